/** The measured figures of the ledger, each beside its floor in the same run. `quittance bench` prints them. */
import { type AgingBench, benchAging } from './aging.bench.ts';
import { type ApplyBench, benchApply } from './apply.bench.ts';
import { type ApplyBulkBench, benchApplyBulk } from './apply-bulk.bench.ts';
import { type ApplyKillsBench, benchApplyKills } from './apply-kills.bench.ts';
import { openBenchBook } from './bench-book.ts';
import { benchDunning, type DunningBench } from './dunning.bench.ts';
import { benchImport, type ImportBench } from './import.bench.ts';
import { benchWorklist, type WorklistBench } from './worklist.bench.ts';

export interface LedgerBench {
  readonly import?: ImportBench;
  readonly aging?: AgingBench;
  readonly apply?: ApplyBench;
  readonly 'apply-bulk'?: ApplyBulkBench;
  readonly 'apply-kills'?: ApplyKillsBench;
  readonly worklist?: WorklistBench;
  readonly dunning?: DunningBench;
}

export type LedgerBenchName = keyof LedgerBench;

/** Runs the named benches on one throwaway ledger: the others need its invoices, so they are imported in any case. */
export async function benchLedger(
  names: readonly LedgerBenchName[],
  size: { readonly invoices: number; readonly applications: number; readonly receipts: number },
  options: { readonly databaseUrl?: string | undefined; readonly onProgress: (text: string) => void },
): Promise<LedgerBench> {
  const book = await openBenchBook(options.databaseUrl);
  try {
    options.onProgress(`importing ${size.invoices} invoices`);
    const imported = await benchImport(book, size.invoices);
    const result: { -readonly [Name in LedgerBenchName]?: LedgerBench[Name] } = {};
    if (names.includes('import')) result.import = imported;
    if (names.includes('aging')) {
      options.onProgress('aging');
      result.aging = await benchAging(book);
    }
    if (names.includes('apply')) {
      options.onProgress(`applying ${size.applications} receipts`);
      result.apply = await benchApply(book, size.applications);
    }
    if (names.includes('apply-bulk')) {
      options.onProgress(`matching and posting ${size.receipts} receipts in bulk`);
      result['apply-bulk'] = await benchApplyBulk(book, size.receipts);
    }
    if (names.includes('apply-kills')) {
      options.onProgress(`matching and posting ${size.receipts} receipts in bulk, killed on the way`);
      result['apply-kills'] = await benchApplyKills(book, size.receipts);
    }
    if (names.includes('worklist')) {
      options.onProgress('looking at My day');
      result.worklist = await benchWorklist(book);
    }
    if (names.includes('dunning')) {
      options.onProgress('writing to customers');
      result.dunning = await benchDunning(book);
    }
    return result;
  } finally {
    await book.close();
  }
}
