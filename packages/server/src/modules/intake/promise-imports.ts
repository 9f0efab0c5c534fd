/**
 * Promises are kept by collections, which stand above imports: what takes the rows of a sheet and what takes them back comes from
 * there, said once where the application is put together.
 */
import type { CommandTx } from '../../platform/command/index.ts';
import { assert } from '../../platform/errors.ts';
import type { FileTaker, TakingContext } from './file-taker.ts';

interface PromiseImports {
  readonly take: (context: TakingContext) => Promise<FileTaker>;
  /** Takes back what came with a batch; how many. */
  readonly takeBack: (tx: CommandTx, undone: { readonly batchId: string; readonly reason: string }) => Promise<number>;
}

let opened: PromiseImports | undefined;

export function openPromiseImports(imports: PromiseImports): void {
  opened = imports;
}

export function promiseImports(): PromiseImports {
  assert(opened !== undefined, 'the application says who keeps promises before a file is taken');
  return opened;
}
