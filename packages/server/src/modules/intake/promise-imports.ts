/**
 * Promises are kept by collections, which stand above imports: what takes the rows of a sheet and what takes them back is handed in by
 * whoever puts the application together.
 */
import type { CommandTx } from '../../platform/command/index.ts';
import type { Database } from '../../platform/database/transaction.ts';
import { assert } from '../../platform/errors.ts';
import type { FileTaker, TakingContext } from './file-taker.ts';

export interface PromiseImports {
  readonly take: (context: TakingContext) => Promise<FileTaker>;
  /** Takes back what came with a batch; how many. */
  readonly takeBack: (tx: CommandTx, undone: { readonly batchId: string; readonly reason: string }) => Promise<number>;
}

/** Where files are read, posted and undone. */
export interface ImportPlace {
  readonly database: Database;
  /** Absent where no file of promises comes. */
  readonly promises?: PromiseImports | undefined;
}

export function promiseImports({ promises }: Pick<ImportPlace, 'promises'>): PromiseImports {
  assert(promises !== undefined, 'a file of promises comes where somebody keeps them');
  return promises;
}
