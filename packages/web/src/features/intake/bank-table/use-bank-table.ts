/** A mapping in the making: each change is sent at once, and one that comes while the file is being read follows behind. */
import { useEffect, useState } from 'react';
import type { ImportBatch, StatementMapping } from '../../../app/api.types.ts';
import { isWorking, useSaveMapping } from '../intake.queries.ts';

export interface BankTableDraft {
  readonly draft: StatementMapping;
  readonly change: (draft: StatementMapping) => void;
  readonly isBusy: boolean;
  readonly error: Error | null;
}

export function useBankTable(code: string, batch: ImportBatch, mapping: StatementMapping): BankTableDraft {
  const [draft, setDraft] = useState(mapping);
  const [unsent, setUnsent] = useState<StatementMapping | null>(null);
  const save = useSaveMapping(code, batch.id);
  const isBusy = isWorking(batch) || save.isPending;
  const known = JSON.stringify(mapping);
  // What the server read is what is shown, as soon as nothing is on its way.
  useEffect(() => {
    if (!isBusy && unsent === null) setDraft(JSON.parse(known) as StatementMapping);
  }, [known, isBusy, unsent]);
  const { mutate } = save;
  useEffect(() => {
    if (isBusy || unsent === null) return;
    setUnsent(null);
    mutate(unsent);
  }, [isBusy, unsent, mutate]);
  return {
    draft,
    change(next) {
      setDraft(next);
      setUnsent(next);
    },
    isBusy: isBusy || unsent !== null,
    error: save.error,
  };
}
