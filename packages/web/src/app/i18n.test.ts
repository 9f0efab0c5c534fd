import { describe, expect, it } from 'vitest';
import { type TextKey, translatorOf } from './i18n.ts';

const key = (text: string): TextKey => text as TextKey;

describe('a text', () => {
  const texts = {
    grid: { rows_one: '{{count}} row of {{name}}', rows_other: '{{count}} rows of {{name}}', plain: 'Rows' },
  };
  const t = translatorOf('en', texts);

  it('takes the plural form of its count and fills in what it is given, as it is', () => {
    expect(t(key('grid.rows'), { count: 1, name: 'Rossi & C. <b>' })).toBe('1 row of Rossi & C. <b>');
    expect(t(key('grid.rows'), { count: 0, name: 'Rossi' })).toBe('0 rows of Rossi');
    expect(t(key('grid.plain'), { count: 3 })).toBe('Rows');
  });

  it('has the forms of its own language: a million is "many" in Italian', () => {
    const italian = translatorOf('it', { grid: { rows_one: 'riga', rows_many: 'di righe', rows_other: 'righe' } });
    expect([1, 2, 1_000_000].map((count) => italian(key('grid.rows'), { count }))).toEqual([
      'riga',
      'righe',
      'di righe',
    ]);
  });

  it('shows its key where it is missing, and the place where a value is', () => {
    expect(t(key('grid.gone'))).toBe('grid.gone');
    expect(t(key('grid.rows'), { count: 1 })).toBe('1 row of {{name}}');
  });
});
