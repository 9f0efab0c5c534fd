/** What the ERP's list of open items has otherwise than the ledger: proposals, for a person to accept or put aside. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { api, dataOf, doneOf } from '../../../app/api.ts';
import type { ItemChange } from '../../../app/api.types.ts';
import { askAnew } from '../../../app/ask-anew.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useAddressView } from '../../../app/search.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import { useTicks } from '../../../ui/grid/use-ticks.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import { Split } from '../../../ui/split/split.component.tsx';
import styles from '../intake.module.css';
import { ChangePanel } from './change-panel.component.tsx';
import { useDifferenceColumns } from './difference-columns.component.tsx';
import { useItemChanges } from './differences.queries.ts';

const IDS_A_TIME_MAX = 500; // as the server takes them

export function DifferencesView({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const changes = useItemChanges(code);
  const columns = useDifferenceColumns(code);
  const { view, onView } = useAddressView();
  const [open, setOpen] = useState<string | null>(null);
  const ticks = useTicks();
  const chosen = useMemo(() => changes.rows.filter((row) => ticks.ids.has(row.id)), [changes.rows, ticks.ids]);
  const shown = changes.rows.find((row) => row.id === open);
  const mayDecide = may(company, 'ledger.adjust');
  return (
    <Split
      id="differences"
      startPercent={66}
      left={
        <Grid
          id="differences"
          label={t('arrival.differences')}
          columns={columns}
          rows={changes.rows}
          rowId={(row) => row.id}
          load={changes.load}
          empty={t('differences.empty')}
          view={view}
          onView={onView}
          activeId={open}
          onOpen={(row) => setOpen(row.id)}
          onActive={(row) => open !== null && setOpen(row.id)}
          isMain
          {...(mayDecide ? { ticks } : {})}
          lead={mayDecide && <Decide code={code} chosen={chosen} done={ticks.clear} />}
        />
      }
      right={shown ? <ChangePanel key={shown.id} code={code} change={shown} close={() => setOpen(null)} /> : null}
    />
  );
}

/** Accepts or rejects what is ticked, all or none. */
function Decide({ code, chosen, done }: { code: string; chosen: readonly ItemChange[]; done: () => void }): ReactNode {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState<string | null>(null);
  const postable = chosen.filter((change) => change.act !== 'none');
  const params = { path: { company: code } };
  const settled = (text: string) => async (): Promise<void> => {
    await askAnew(queryClient);
    say({ text });
    setReason(null);
    done();
  };
  const accept = useMutation({
    mutationFn: () => {
      const ids = postable.slice(0, IDS_A_TIME_MAX).map(({ id }) => id);
      return dataOf(api.POST('/api/v1/companies/{company}/item-changes/accept', { params, body: { ids } }));
    },
    onSuccess: settled(t('differences.accepted', { count: postable.length })),
  });
  const reject = useMutation({
    mutationFn: async () => {
      const body = { ids: chosen.slice(0, IDS_A_TIME_MAX).map(({ id }) => id), reason: reason ?? '' };
      await doneOf(api.POST('/api/v1/companies/{company}/item-changes/reject', { params, body }));
    },
    onSuccess: settled(t('differences.rejected', { count: chosen.length })),
  });
  const error = accept.error ?? reject.error;
  if (reason !== null) {
    return (
      <form
        className={styles.acts}
        onSubmit={(event) => {
          event.preventDefault();
          reject.mutate();
        }}
      >
        {error && <ProblemNote error={error} />}
        <TextInput
          size="xs"
          aria-label={t('differences.reason')}
          placeholder={t('differences.reason')}
          required
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" loading={reject.isPending}>
          {t('differences.reject', { count: chosen.length })}
        </Button>
        <Button variant="default" onClick={() => setReason(null)}>
          {t('act.cancel')}
        </Button>
      </form>
    );
  }
  return (
    <div className={styles.acts}>
      {error && <ProblemNote error={error} />}
      <Button disabled={postable.length === 0} loading={accept.isPending} onClick={() => accept.mutate()}>
        {t('differences.accept', { count: postable.length })}
      </Button>
      <Button variant="default" disabled={chosen.length === 0} onClick={() => setReason('')}>
        {t('differences.putAside')}
      </Button>
    </div>
  );
}
