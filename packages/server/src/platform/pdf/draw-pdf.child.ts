/** The process that draws: one page after the other, in Noto Sans, which has Latin, Greek and Cyrillic letters. */
import { createRequire } from 'node:module';
import path from 'node:path';
import pdfmake from 'pdfmake';
import type { DrawnPdf, PdfPage } from './draw-pdf.ts';

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
  const { id, page } = message as { readonly id: number; readonly page: PdfPage };
  process.send?.(await drawn(id, page));
});

async function drawn(id: number, { footText, ...page }: PdfPage): Promise<DrawnPdf> {
  try {
    const pdf = await pdfmake
      .createPdf({
        ...page,
        defaultStyle: { font: 'NotoSans', fontSize: 9, ...page.defaultStyle },
        footer: (number, count) => ({
          columns: [
            { text: footText, alignment: 'left' },
            { text: `${number} / ${count}`, alignment: 'right', width: 60 },
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
