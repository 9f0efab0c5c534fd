/**
 * Pictures of paper: straightened, then read by Tesseract with the data its package brings; nothing is fetched. The page as it
 * was read goes along, so that a person compares every line with it.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Canvas, Image } from '@napi-rs/canvas';
import { type PageWord, type PageWords, rowsOfPages } from '@quittance/core/remittance';
import { FileRefused } from '../file-refused.ts';
import type { ReadingOutput } from '../reading-output.ts';
import { IMAGE_PIXELS_MAX, PAGE_PIXELS_HIGH_MAX, PAGE_PIXELS_WIDE } from './advice-limits.ts';
import { type DarkDots, skewOf } from './deskew.ts';
import type { PaperReading } from './pdf-pages.ts';
import type { ToldPage } from './told-advice.ts';

export interface ScanReader {
  readonly read: (
    picture: Canvas | Image,
    page: number,
  ) => Promise<{ words: PageWords; page: Omit<ToldPage, 'advice'> }>;
  readonly close: () => Promise<void>;
}

/** Short pieces that the reader is less sure of than this are dirt; of whole words it is often unsure, and right. */
const CONFIDENCE_MIN = 20;
const WORD_LENGTH_MIN = 3;
const JPEG_QUALITY = 70;

export async function createScanReader(): Promise<ScanReader> {
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const data = path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: path.join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
  });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK, preserve_interword_spaces: '1' });
  return {
    async read(picture, number) {
      const level = await straightened(picture);
      const content = level.toBuffer('image/png');
      const { data: found } = await worker.recognize(content, {}, { blocks: true, text: false });
      const { width, height } = level;
      const words = (found.blocks ?? []).flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.words.flatMap(wordOf))),
      );
      const kept = level.toBuffer('image/jpeg', JPEG_QUALITY).toString('base64');
      return {
        words: { page: number, width, height, words },
        page: { page: number, mediaType: 'image/jpeg', width, height, content: kept },
      };
    },
    close: async () => void (await worker.terminate()),
  };
}

interface SeenWord {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}

function wordOf({ text, confidence, bbox }: SeenWord): PageWord[] {
  const isShort = text.replace(/[^\p{L}\p{N}]/gu, '').length < WORD_LENGTH_MIN;
  if ((isShort && confidence < CONFIDENCE_MIN) || text.trim() === '' || /^[|_—–-]+$/.test(text)) return [];
  return [
    {
      text: text.replace(/^[|[\]]+|[|[\]]+$/g, ''),
      left: bbox.x0,
      top: bbox.y0,
      width: bbox.x1 - bbox.x0,
      height: bbox.y1 - bbox.y0,
    },
  ];
}

export async function readPicture(
  bytes: Uint8Array,
  output: ReadingOutput,
  rest: () => Promise<void>,
): Promise<Omit<PaperReading, 'isScanned'>> {
  const size = pictureSize(bytes);
  if (size === null)
    throw new FileRefused('picture_broken', 'The picture is broken or was cut off on its way. Ask for it again.');
  if (size.width * size.height > IMAGE_PIXELS_MAX) {
    const message = `The picture has ${Math.round((size.width * size.height) / 1_000_000)} million dots; at most ${IMAGE_PIXELS_MAX / 1_000_000} million are read. Scan it with 200 to 300 dots an inch.`;
    throw new FileRefused('picture_too_large', message);
  }
  const { loadImage } = await import('@napi-rs/canvas');
  const picture = await loadImage(Buffer.from(bytes)).catch(() => {
    throw new FileRefused('picture_broken', 'The picture is broken or was cut off on its way. Ask for it again.');
  });
  const scans = await createScanReader();
  try {
    output.send({ type: 'notes', notes: [] }); // still at it
    await rest();
    const { words, page } = await scans.read(picture, 1);
    const { rows, prose } = rowsOfPages([words]);
    return { content: { tables: [rows], prose }, pages: [page] };
  } finally {
    await scans.close();
  }
}

/** Width and height as the file's head says, before anything is unpacked. */
function pictureSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length > 24 && view.readUInt32BE(0) === 0x89504e47) {
    return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  }
  for (let at = 2; at + 9 < view.length; ) {
    if (view[at] !== 0xff) return null;
    const marker = view[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) };
    at += 2 + view.readUInt16BE(at + 2);
  }
  return null;
}

/** Drawn level, on white, with the dots that reading needs. */
async function straightened(picture: Canvas | Image): Promise<Canvas> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const scale = Math.min(PAGE_PIXELS_WIDE / picture.width, PAGE_PIXELS_HIGH_MAX / picture.height);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const draw = (degrees: number): Canvas => {
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.translate(width / 2, height / 2);
    context.rotate((-degrees * Math.PI) / 180);
    context.drawImage(picture, -width / 2, -height / 2, width, height);
    return canvas;
  };
  const plain = draw(0);
  const skew = skewOf(darkDots(plain));
  return skew === 0 ? plain : draw(skew);
}

/** Every third dot in both directions is enough to see lines. */
const DOT_STEP = 3;
const DARK_BELOW = 128;

function darkDots(canvas: Canvas): DarkDots {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height; y += DOT_STEP) {
    for (let x = 0; x < width; x += DOT_STEP) {
      const at = (y * width + x) * 4;
      const light = ((data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255)) / 3;
      if (light >= DARK_BELOW) continue;
      xs.push(x / DOT_STEP);
      ys.push(y / DOT_STEP);
    }
  }
  return { width: Math.ceil(width / DOT_STEP), height: Math.ceil(height / DOT_STEP), xs, ys };
}
