import { describe, expect, it } from 'vitest';
import { mentionAsked, peopleLike, withMention } from './mention-asked.ts';

const people = ['Lucia Ferrandi', 'Marek Oleszyn', 'Mário Fé'].map((name) => ({ id: name, name }));
const like = (typed: string): string[] => peopleLike(people, typed).map(({ name }) => name);

describe('naming a colleague while typing', () => {
  it('begins with an @ that stands alone, and ends with the line', () => {
    expect(mentionAsked('Ask @luc', 8)).toEqual({ start: 4, typed: 'luc' });
    expect(mentionAsked('@', 1)).toEqual({ start: 0, typed: '' });
    expect(mentionAsked('write to it@quit', 16)).toBeNull();
    expect(mentionAsked('@luc\nnext', 9)).toBeNull();
    expect(mentionAsked('@ 12.00 each', 7)).toBeNull();
    expect(mentionAsked('Ask @luc, please', 3), 'the cursor stands before it').toBeNull();
  });

  it('offers whose name begins so, then whose other names do, without accents', () => {
    expect(like('')).toEqual(['Lucia Ferrandi', 'Marek Oleszyn', 'Mário Fé']);
    expect(like('mar')).toEqual(['Marek Oleszyn', 'Mário Fé']);
    expect(like('fe')).toEqual(['Lucia Ferrandi', 'Mário Fé']);
    expect(like('lucia f')).toEqual(['Lucia Ferrandi']);
    expect(like('Lucia Ferrandi can you')).toEqual([]);
  });

  it('puts the whole name in its place, with a space to type on', () => {
    const ask = { start: 4, typed: 'luc' };
    expect(withMention('Ask @luc', { ask, caret: 8, name: 'Lucia Ferrandi' })).toEqual({
      text: 'Ask @Lucia Ferrandi ',
      caret: 20,
    });
    expect(withMention('Ask @luc, please', { ask, caret: 8, name: 'Lucia Ferrandi' }).text).toBe(
      'Ask @Lucia Ferrandi, please',
    );
  });
});
