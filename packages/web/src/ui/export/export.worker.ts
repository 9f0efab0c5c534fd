/** Makes the workbook beside the page, so that the page goes on answering. */
import type { ExportSheet } from './export-sheet.ts';
import { toWorkbook } from './workbook.ts';

export type WorkerAnswer = { readonly content: Uint8Array } | { readonly error: string };

self.onmessage = (event: MessageEvent<ExportSheet>) => {
  void toWorkbook(event.data).then(
    (content) => self.postMessage({ content } satisfies WorkerAnswer),
    (error: unknown) =>
      self.postMessage({ error: error instanceof Error ? error.message : String(error) } satisfies WorkerAnswer),
  );
};
