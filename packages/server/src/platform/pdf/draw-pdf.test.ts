import { describe, expect, it } from 'vitest';
import { textsOfPdf } from '../testing/pdf-texts.ts';
import { drawPdf } from './index.ts';

describe('a page as PDF', () => {
  it('holds its texts as they are, in Latin, Greek and Cyrillic letters, with its pages numbered', async () => {
    const text = 'Łódź, Πειραιάς, Владивосток, {{ secret }} <b>';
    const pdf = await drawPdf({ footText: 'Example', content: [text, { text: 'two', pageBreak: 'before' }] });
    const pages = await textsOfPdf(pdf);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain(text);
    expect(pages[1]).toContain('2 / 2');
  });

  it('several go to the printer as one, each on pages of its own with its own numbers; on both sides, each begins on a front', async () => {
    const long = Array.from({ length: 120 }, (_, line) => ({ text: `line ${line}` }));
    const documents = [[{ text: 'first' }], [{ text: 'second' }, ...long], [{ text: 'third' }]];
    const pile = { footText: 'Example', documents };
    const oneSided = await textsOfPdf(await drawPdf({ ...pile, isTwoSided: false }));
    const feet = (pages: readonly string[]) => pages.map((page) => /\d \/ \d$/.exec(page)?.[0]);
    expect(feet(oneSided)).toEqual(['1 / 1', '1 / 2', '2 / 2', '1 / 1']);
    const twoSided = await textsOfPdf(await drawPdf({ ...pile, isTwoSided: true }));
    expect(feet(twoSided)).toEqual(['1 / 1', undefined, '1 / 2', '2 / 2', '1 / 1']);
  });

  it('that asks for a file of the server is refused, and the next page is drawn', async () => {
    const asked = drawPdf({ footText: '', content: [{ image: '/etc/hostname' }] });
    await expect(asked).rejects.toMatchObject({ code: 'pdf_not_drawn' });
    expect((await drawPdf({ footText: '', content: ['well'] })).length).toBeGreaterThan(1_000);
  });
});
