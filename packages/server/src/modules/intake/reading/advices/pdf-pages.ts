/**
 * A PDF's pages as words by position. Pages without text are pictures of paper and go to the reading of scans; text that lies
 * invisibly over a picture was read by a machine too, and counts as such. Nothing in the file is run.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { type AdviceContent, type PageWord, type PageWords, rowsOfPages } from '@quittance/core/remittance';
import { FileRefused } from '../file-refused.ts';
import type { ReadingOutput } from '../reading-output.ts';
import {
  IMAGE_PIXELS_MAX,
  PAGE_PIXELS_HIGH_MAX,
  PAGE_PIXELS_WIDE,
  PAGE_SHOWN_WIDE,
  PAGE_WORDS_MAX,
  PAGES_SHOWN_MAX,
  PDF_PAGES_MAX,
  SCANNED_PAGES_MAX,
} from './advice-limits.ts';
import { createScanReader, type ScanReader } from './scan-pages.ts';
import type { ToldPage } from './told-advice.ts';

export interface PaperReading {
  readonly content: AdviceContent;
  readonly isScanned: boolean;
  readonly pages: readonly Omit<ToldPage, 'advice'>[];
}

type PdfModule = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type PdfDocument = Awaited<ReturnType<PdfModule['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** Fewer letters on a page are a stamp or a page number, not its text. */
const LETTERS_MIN = 20;

export async function readPdf(
  bytes: Uint8Array,
  output: ReadingOutput,
  rest: () => Promise<void>,
): Promise<PaperReading> {
  const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await open(pdf, bytes);
  const words: PageWords[] = [];
  const pages: Omit<ToldPage, 'advice'>[] = [];
  let scans: ScanReader | null = null;
  let isScanned = false;
  let scanCount = 0;
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const text = await wordsOf(pdf, page, number);
      if (lettersOf(text) >= LETTERS_MIN) {
        isScanned ||= await isOverPicture(pdf, page);
        words.push(text);
        if (pages.length < PAGES_SHOWN_MAX) pages.push(await shownPage(page, number));
      } else if (await hasPicture(pdf, page)) {
        scanCount += 1;
        if (scanCount > SCANNED_PAGES_MAX) throw tooManyScans();
        scans ??= await createScanReader();
        const scan = await scans.read(await pictureOf(page), number);
        isScanned = true;
        words.push(scan.words);
        pages.push(scan.page);
      }
      page.cleanup();
      output.send({ type: 'notes', notes: [] }); // still at it
      await rest();
    }
  } finally {
    await scans?.close();
    await document.destroy();
  }
  const { rows, prose } = rowsOfPages(words);
  return { content: { tables: [rows], prose }, isScanned, pages };
}

async function open(pdf: PdfModule, bytes: Uint8Array): Promise<PdfDocument> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const at = (name: string) => `${path.join(folder, name)}/`;
  const opened = await pdf
    .getDocument({
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      maxImageSize: IMAGE_PIXELS_MAX,
      standardFontDataUrl: at('standard_fonts'),
      cMapUrl: at('cmaps'),
      cMapPacked: true,
      wasmUrl: at('wasm'),
      verbosity: 0,
    })
    .promise.catch((error: unknown) => {
      throw refusalOf(error);
    });
  if (opened.numPages > PDF_PAGES_MAX) {
    await opened.destroy();
    throw new FileRefused(
      'pdf_too_many_pages',
      `The PDF has ${opened.numPages} pages; advices are read up to ${PDF_PAGES_MAX}. Divide it.`,
    );
  }
  return opened;
}

function refusalOf(error: unknown): FileRefused {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return new FileRefused(
      'pdf_encrypted',
      'The PDF is protected by a password. Save it without one and bring it again.',
    );
  return new FileRefused(
    'pdf_broken',
    'The PDF is broken or was cut off on its way. Ask for it again, or print it into a new PDF.',
  );
}

function tooManyScans(): FileRefused {
  return new FileRefused(
    'scan_too_many_pages',
    `The file has more than ${SCANNED_PAGES_MAX} pages that are pictures. Ask the payer for a PDF with text or a table, or divide it.`,
  );
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

async function wordsOf(pdf: PdfModule, page: PdfPage, number: number): Promise<PageWords> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const words: PageWord[] = [];
  for (const item of items.slice(0, PAGE_WORDS_MAX)) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const { str, transform, width } = item as TextItem;
    const [a = 0, b = 0, c = 0, d = 0, left = 0, base = 0] = pdf.Util.transform(viewport.transform, [...transform]);
    if (Math.abs(b) > Math.abs(a)) continue; // written upwards along the margin
    const height = Math.hypot(c, d) || Math.abs(a);
    words.push({ text: str, left, top: base - height, width, height });
  }
  return { page: number, width: viewport.width, height: viewport.height, words };
}

function lettersOf({ words }: PageWords): number {
  return words.reduce((count, { text }) => count + text.replace(/[^\p{L}\p{N}]/gu, '').length, 0);
}

/** The text of a scanner's own reading is drawn invisibly. */
async function isOverPicture(pdf: PdfModule, page: PdfPage): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const INVISIBLE = 3;
  return fnArray.some(
    (operator, at) =>
      operator === pdf.OPS.setTextRenderingMode && (argsArray[at] as readonly unknown[] | null)?.[0] === INVISIBLE,
  );
}

async function hasPicture(pdf: PdfModule, page: PdfPage): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  const pictures: ReadonlySet<number> = new Set([
    pdf.OPS.paintImageXObject,
    pdf.OPS.paintInlineImageXObject,
    pdf.OPS.paintImageMaskXObject,
  ]);
  return fnArray.some((operator) => pictures.has(operator));
}

const JPEG_QUALITY = 60;

/** The page as a person sees it. */
async function shownPage(page: PdfPage, number: number): Promise<Omit<ToldPage, 'advice'>> {
  const canvas = await pictureOf(page, PAGE_SHOWN_WIDE);
  const { width, height } = canvas;
  const content = canvas.toBuffer('image/jpeg', JPEG_QUALITY).toString('base64');
  return { page: number, mediaType: 'image/jpeg', width, height, content };
}

/** The page drawn with the dots that reading needs. */
async function pictureOf(page: PdfPage, wide = PAGE_PIXELS_WIDE) {
  const { createCanvas } = await import('@napi-rs/canvas');
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(wide / width, PAGE_PIXELS_HIGH_MAX / height);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const parameters = { canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport };
  await page.render(parameters).promise;
  return canvas;
}
