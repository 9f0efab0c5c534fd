/** Hands a file to the browser's downloads. */

import type { WorkerAnswer } from './export.worker.ts';
import type { ExportSheet } from './export-sheet.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun when the click returns; a moment more for slow browsers.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** In a worker of its own; the first export loads the library. */
export function makeWorkbook(sheet: ExportSheet): Promise<Uint8Array> {
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Uint8Array>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) =>
      'content' in data ? resolve(data.content) : reject(new Error(data.error));
    worker.onerror = (event) => reject(new Error(event.message || 'the worker ended'));
    worker.postMessage(sheet);
  }).finally(() => worker.terminate());
}
