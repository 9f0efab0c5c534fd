/** What a task of the ladder proposes, with the act beside it: stop orders, no letters any more, or leave it, each with its reason. */
import { Button, Checkbox, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import styles from './tasks.module.css';
import type { Task } from './tasks.queries.ts';

const BLOCK_WORDS = { orders: 'tasks.blockOrders', dunning: 'tasks.blockDunning' } as const satisfies Record<
  string,
  TextKey
>;
type Proposed = keyof typeof BLOCK_WORDS;

const PROPOSED: Readonly<Partial<Record<string, readonly Proposed[]>>> = {
  hold_proposal: ['orders'],
  legal: ['orders', 'dunning'],
};

export function proposedBy({ act, status, customerId }: Task): readonly Proposed[] {
  if (act?.kind !== 'step' || status !== 'open' || customerId === null) return [];
  return PROPOSED[act.step] ?? [];
}

export function TaskProposal({ code, task, close }: { code: string; task: Task; close: () => void }): ReactNode {
  const { t } = useTexts();
  const proposed = proposedBy(task);
  const [blocks, setBlocks] = useState(proposed);
  const [reason, setReason] = useState('');
  const why = reason.trim();
  const params = { path: { company: code, id: task.id } };
  const block = useAct(
    () =>
      api.POST('/api/v1/companies/{company}/tasks/{id}/carry-out', {
        params,
        body: { blocks: [...blocks], reason: why },
      }),
    { said: () => t('tasks.carriedOut', { customer: task.customerName ?? '' }), done: close },
  );
  const leave = useAct(
    () =>
      dataOf(api.POST('/api/v1/companies/{company}/tasks/{id}/end', { params, body: { status: 'done', reason: why } })),
    { said: () => t('tasks.leftUnblocked'), done: close },
  );
  const mayBlock = may(useCompany(), 'customers.write');
  const problem = block.error ?? leave.error;
  const isBusy = block.isPending || leave.isPending;
  return (
    <fieldset className={styles.proposal}>
      <legend>{t('tasks.proposal')}</legend>
      {proposed.map((one) => (
        <Checkbox
          key={one}
          size="xs"
          label={t(BLOCK_WORDS[one])}
          checked={blocks.includes(one)}
          disabled={!mayBlock}
          onChange={() => setBlocks(blocks.includes(one) ? blocks.filter((other) => other !== one) : [...blocks, one])}
        />
      ))}
      <TextInput
        size="xs"
        label={t('tasks.why')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {problem && <ProblemNote error={problem} />}
      <div className={styles.row}>
        {mayBlock && (
          <Button
            size="xs"
            loading={block.isPending}
            disabled={why === '' || blocks.length === 0 || isBusy}
            onClick={() => block.mutate(undefined)}
          >
            {t('tasks.carryOut')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          loading={leave.isPending}
          disabled={why === '' || isBusy}
          onClick={() => leave.mutate(undefined)}
        >
          {t('tasks.leaveUnblocked')}
        </Button>
      </div>
    </fieldset>
  );
}
