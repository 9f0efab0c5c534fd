/** What goes with a message besides what was attached to it: drawn when it leaves, named and laid out by whoever knows what it is. */
import type { Content } from 'pdfmake/interfaces.js';
import { drawPdf, type PdfPage } from '../../../platform/pdf/index.ts';
import type { StatementFile } from '../statements/statement-file.ts';

export interface Enclosure {
  /** Without its ending. */
  readonly name: string;
  readonly page: PdfPage;
}

/** Throws `pdf_not_drawn`. */
export async function enclosedFile({ name, page }: Enclosure): Promise<StatementFile> {
  const plain = name.replace(/[\\/:*?"<>|]/g, '-');
  return { name: `${plain}.pdf`, type: 'application/pdf', content: await drawPdf(page) };
}

/** On a sheet of its own, behind a letter on paper. */
export function enclosedPages(page: PdfPage): Content {
  return { stack: [page.content].flat(), pageBreak: 'before' };
}
