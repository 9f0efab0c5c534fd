/**
 * A page as PDF, drawn in a process of its own: laying out a statement of hundreds of items takes half a second that nobody else
 * should wait for. What is drawn is data; texts are shown as they are, and nothing is read from a file or the network.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { AppError } from '../errors.ts';

/** What is drawn: plain data, without functions, since it goes to another process. */
export interface PdfPage extends Omit<TDocumentDefinitions, 'header' | 'footer' | 'background' | 'pageBreakBefore'> {
  /** Stands at the foot of each page, before "2 / 5". */
  readonly footText: string;
}

/** Several that go to the printer together: each begins on a page of its own and has its own page numbers. */
export interface PdfPile extends Omit<PdfPage, 'content'> {
  /** Each begins with a text, by which its pages are found. */
  readonly documents: readonly (readonly Content[])[];
  /** Paper is printed on both sides: each begins on a front. */
  readonly isTwoSided: boolean;
}

const DRAWING_MS_MAX = 60_000;
const IDLE_MS_MAX = 30_000;
const HEAP_MB_MAX = 768;
const DRAWER = fileURLToPath(new URL('./draw-pdf.child.ts', import.meta.url));
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

interface Drawer {
  readonly child: ChildProcess;
  readonly waiting: Map<number, { readonly done: (pdf: Uint8Array) => void; readonly failed: (error: Error) => void }>;
}

export interface DrawnPdf {
  readonly id: number;
  readonly pdf: Uint8Array | null;
  readonly error: string | null;
}

let drawer: Drawer | undefined;
let lastId = 0;
let idle: NodeJS.Timeout | undefined;

/** Throws `pdf_not_drawn` when it cannot be drawn, or not in a minute. */
export async function drawPdf(page: PdfPage | PdfPile): Promise<Uint8Array> {
  clearTimeout(idle);
  const at = takeDrawer();
  lastId += 1;
  const id = lastId;
  hold(at);
  let limit: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Uint8Array>((done, failed) => {
      at.waiting.set(id, { done, failed });
      limit = setTimeout(() => drop(at, new Error('it took too long')), DRAWING_MS_MAX);
      at.child.send({ id, page });
    });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new AppError('pdf_not_drawn', `The PDF cannot be drawn: ${said}. Try again, or take the workbook.`);
  } finally {
    clearTimeout(limit);
    at.waiting.delete(id);
    rest(at);
  }
}

function takeDrawer(): Drawer {
  if (drawer !== undefined) return drawer;
  const child = fork(DRAWER, {
    execArgv: [`--max-old-space-size=${HEAP_MB_MAX}`, '--import', LOADER],
    env: {},
    serialization: 'advanced', // bytes as bytes
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const made: Drawer = { child, waiting: new Map() };
  child.on('message', (message) => {
    const { id, pdf, error } = message as DrawnPdf;
    if (pdf !== null) made.waiting.get(id)?.done(pdf);
    else made.waiting.get(id)?.failed(new Error(error ?? 'no reason given'));
  });
  child.on('error', (error) => drop(made, error));
  child.on('exit', () => drop(made, new Error('the drawing process ended')));
  drawer = made;
  return made;
}

function hold({ child }: Drawer): void {
  child.ref();
  child.channel?.ref();
}

/** Whoever still waits hears why; the next page gets a new process. */
function drop(at: Drawer, error: Error): void {
  if (drawer === at) drawer = undefined;
  for (const { failed } of at.waiting.values()) failed(error);
  at.waiting.clear();
  at.child.kill('SIGKILL');
}

/** Nothing keeps the program alive for a process without work, and one that stays so is ended: its fonts are large. */
function rest(at: Drawer): void {
  if (at.waiting.size > 0) return;
  at.child.unref();
  at.child.channel?.unref();
  clearTimeout(idle);
  idle = setTimeout(() => drop(at, new Error('it was idle')), IDLE_MS_MAX).unref();
}
