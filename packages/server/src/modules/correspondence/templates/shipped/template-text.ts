import type { Purpose } from '../purposes.ts';

export interface TemplateText {
  readonly subject: string;
  /** Paragraphs with a blank line between; Liquid. */
  readonly body: string;
}

export type TemplateTexts = Readonly<Record<Purpose, TemplateText>>;

/** A letter of these paragraphs, between greeting and signature. */
export function letter(subject: string, closing: string, ...paragraphs: readonly string[]): TemplateText {
  return { subject, body: ['{{ greeting }}', ...paragraphs, closing, '{{ signature }}'].join('\n\n') };
}
