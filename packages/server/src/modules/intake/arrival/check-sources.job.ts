import type { Scope } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { listSources } from './arrival-sources.queries.ts';
import { type ArrivalContext, checkSource } from './check-source.usecase.ts';

/**
 * Looks at every folder, or every mailbox, of a company. What one refuses is kept with it and does not keep the others waiting;
 * folders are a job of their own, since a mailbox may take its time to answer.
 */
export async function checkSources(context: ArrivalContext, scope: Scope, kind: 'folder' | 'mailbox'): Promise<void> {
  const sources = await context.database.read(scope, listSources);
  for (const source of sources) {
    if (!source.isEnabled || source.kind !== kind) continue;
    await checkSource(context, scope, source).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    });
  }
}
