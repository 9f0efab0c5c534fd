/** A statement as a file that a customer opens. */
import { drawPdf } from '../../../platform/pdf/index.ts';
import { LETTER_WORDS } from '../templates/letter-words.ts';
import type { Statement, StatementFormat } from './statement.ts';
import { statementPage } from './statement-page.ts';
import { statementWorkbook } from './statement-workbook.ts';

export interface StatementFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

const TYPES: Readonly<Record<StatementFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** "Estratto conto C-100 2026-11-20.pdf". Throws `pdf_not_drawn`. */
export async function statementFile(statement: Statement, format: StatementFormat): Promise<StatementFile> {
  const { language, customer, asOf } = statement;
  const content = format === 'pdf' ? await drawPdf(statementPage(statement)) : statementWorkbook(statement);
  const plain = `${LETTER_WORDS[language].statement} ${customer.number} ${asOf}`.replace(/[\\/:*?"<>|]/g, '-');
  return { name: `${plain}.${format}`, type: TYPES[format], content };
}
