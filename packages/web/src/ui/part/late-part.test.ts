import { createElement, type ReactNode, Suspense } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { latePart } from './late-part.ts';

const NoteField = (): ReactNode => createElement('textarea');
const shown = (part: ReturnType<typeof latePart<object>>): string =>
  renderToString(createElement(Suspense, { fallback: 'reading' }, createElement(part)));

describe('a part that is fetched apart from its page', () => {
  it('stands at once when it was fetched ahead, and is waited for when it was not', async () => {
    const part = latePart<object>(async () => NoteField);
    expect(shown(latePart<object>(async () => NoteField))).toContain('reading');
    await part.fetch();
    expect(shown(part)).toContain('<textarea>');
    expect(shown(part)).not.toContain('reading');
  });

  it('is asked for again when it could not be fetched ahead', async () => {
    const answers = [Promise.reject(new Error('offline')), Promise.resolve(NoteField)];
    const part = latePart<object>(() => answers.shift() as Promise<typeof NoteField>);
    await expect(part.fetch()).rejects.toThrow('offline');
    await part.fetch();
    expect(shown(part)).toContain('<textarea>');
  });
});
