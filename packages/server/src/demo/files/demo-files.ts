/** Files to drop into the browser: what the companies' ERP and bank would send next, consistent with the demo's ledger. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CompanyHistory } from '../history/history.ts';
import { adviceFiles } from './advice-files.ts';
import { customerFile, invoiceFile } from './extract-files.ts';
import { statementFile } from './statement-file.ts';

export interface DemoFile {
  readonly name: string;
  readonly content: string;
}

/** The files of each company, dated with the demo's last day, in the order in which to take them; advices last. */
export function demoFiles(histories: readonly CompanyHistory[], options: { readonly seed: string }): DemoFile[] {
  return histories.flatMap((history) => {
    const { company, period } = history.trade;
    const tail = `${company.code}-${period.through}`;
    return [
      { name: `customers-${tail}.csv`, content: customerFile(history.trade) },
      { name: `invoices-${tail}.csv`, content: invoiceFile(history.trade) },
      { name: `statement-${tail}.camt053.xml`, content: statementFile(history, options) },
      ...adviceFiles(history, options).filter(({ paidOn }) => paidOn >= period.statementsLeftFrom),
    ];
  });
}

export async function writeDemoFiles(directory: string, files: readonly DemoFile[]): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const file of files) await writeFile(path.join(directory, file.name), file.content, 'utf8');
}
