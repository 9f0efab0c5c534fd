/** The process that draws: one page after the other, in Noto Sans, which has Latin, Greek and Cyrillic letters. */
import { createRequire } from 'node:module';
import path from 'node:path';
import pdfmake from 'pdfmake';
import type { Content } from 'pdfmake/interfaces.js';
import type { DrawnPdf, PdfPage, PdfPile } from './draw-pdf.ts';

const require = createRequire(import.meta.url);
const FONTS = path.dirname(require.resolve('@expo-google-fonts/noto-sans/package.json'));
const font = (weight: string): string => path.join(FONTS, weight, `NotoSans_${weight}.ttf`);

pdfmake.setFonts({
  NotoSans: {
    normal: font('400Regular'),
    bold: font('600SemiBold'),
    italics: font('400Regular_Italic'),
    bolditalics: font('600SemiBold'),
  },
});
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) => file.startsWith(FONTS));

process.on('message', async (message) => {
  const { id, page } = message as { readonly id: number; readonly page: PdfPage | PdfPile };
  process.send?.(await drawn(id, page));
});

async function drawn(id: number, given: PdfPage | PdfPile): Promise<DrawnPdf> {
  const { page, numberOf } = 'documents' in given ? pageOfPile(given) : { page: given, numberOf: plainNumber };
  const { footText, ...rest } = page;
  try {
    const pdf = await pdfmake
      .createPdf({
        ...rest,
        defaultStyle: { font: 'NotoSans', fontSize: 9, ...page.defaultStyle },
        footer: (number, count) => ({
          columns: [
            { text: footText, alignment: 'left' },
            { text: numberOf(number, count), alignment: 'right', width: 60 },
          ],
          margin: [40, 12, 40, 0],
          fontSize: 8,
          color: '#57606a',
        }),
      })
      .getBuffer();
    return { id, pdf, error: null };
  } catch (error) {
    return { id, pdf: null, error: error instanceof Error ? error.message : String(error) };
  }
}

type NumberOf = (number: number, count: number) => string;
const plainNumber: NumberOf = (number, count) => `${number} / ${count}`;

/** Feet are drawn when everything is laid out: a text knows by then on which page it stands. */
function pageOfPile({ documents, isTwoSided, ...pile }: PdfPile): { page: PdfPage; numberOf: NumberOf } {
  const firsts = documents.map(([first]) => first as Placed);
  const lasts = documents.map((): Content & Placed => ({ text: ' ', fontSize: 1 }));
  // The library's name says from where it moves on: the next page has an odd number.
  const pageBreak = isTwoSided ? 'beforeEven' : 'before';
  const content = documents.map((document, index) => ({
    stack: [...document, lasts[index] ?? ''],
    ...(index === 0 ? {} : { pageBreak: pageBreak as 'beforeEven' | 'before' }),
  }));
  const numberOf: NumberOf = (number) => {
    const index = firsts.findLastIndex((first) => pageOf(first) <= number);
    const [start, end] = [pageOf(firsts[index]), pageOf(lasts[index])];
    return number > end ? '' : plainNumber(number - start + 1, end - start + 1);
  };
  return { page: { ...pile, content }, numberOf };
}

interface Placed {
  readonly positions?: readonly { readonly pageNumber: number }[];
}

function pageOf(placed: Placed | undefined): number {
  return placed?.positions?.[0]?.pageNumber ?? 1;
}
