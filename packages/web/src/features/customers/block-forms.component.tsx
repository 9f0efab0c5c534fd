/** Blocking and releasing, in a line where the customer stands. */
import { Button, TextInput } from '@mantine/core';
import { BLOCKS, type Block } from '@quittance/core/parties';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { Customer } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import styles from './customers.module.css';
import { useCustomerAct } from './customers.queries.ts';
import { BLOCK_WORDS } from './request-words.ts';

export function BlockForm({
  code,
  customer,
  close,
}: {
  code: string;
  customer: Customer;
  close: () => void;
}): ReactNode {
  const { t } = useTexts();
  const free = BLOCKS.filter((what) => !customer.blocks.some((block) => block.what === what));
  const [what, setWhat] = useState<Block>(free[0] ?? 'orders');
  const [reason, setReason] = useState('');
  const block = useCustomerAct(
    () =>
      dataOf(
        api.POST('/api/v1/companies/{company}/customers/{id}/blocks', {
          params: { path: { company: code, id: customer.id } },
          body: { what, reason },
        }),
      ),
    { said: t('customers.isBlocked'), done: close },
  );
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        block.mutate(undefined);
      }}
    >
      <select
        aria-label={t('customers.block')}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value as Block)}
      >
        {free.map((one) => (
          <option key={one} value={one}>
            {t(BLOCK_WORDS[one] ?? 'customers.blocks')}
          </option>
        ))}
      </select>
      <ReasonInput reason={reason} change={setReason} />
      <Button size="xs" type="submit" loading={block.isPending}>
        {t('customers.block')}
      </Button>
      <Button size="xs" variant="default" onClick={close}>
        {t('act.cancel')}
      </Button>
      {block.error && <ProblemNote error={block.error} />}
    </form>
  );
}

export function ReleaseForm({ code, blockId, close }: { code: string; blockId: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const release = useCustomerAct(
    () =>
      api.POST('/api/v1/companies/{company}/blocks/{id}/release', {
        params: { path: { company: code, id: blockId } },
        body: { reason },
      }),
    { said: t('customers.isReleased'), done: close },
  );
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        release.mutate(undefined);
      }}
    >
      <ReasonInput reason={reason} change={setReason} />
      <Button size="xs" type="submit" loading={release.isPending}>
        {t('customers.release')}
      </Button>
      <Button size="xs" variant="default" onClick={close}>
        {t('act.cancel')}
      </Button>
      {release.error && <ProblemNote error={release.error} />}
    </form>
  );
}

function ReasonInput({ reason, change }: { reason: string; change: (reason: string) => void }): ReactNode {
  const { t } = useTexts();
  return (
    <TextInput
      size="xs"
      required
      autoFocus
      aria-label={t('customers.reason')}
      placeholder={t('customers.reason')}
      value={reason}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
