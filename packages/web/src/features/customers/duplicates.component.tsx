/** Pairs of customers that may be one party, the surest first: look, merge into either, or say that they are two. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { Customer } from '../../app/api.types.ts';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import styles from './customers.module.css';
import { duplicatesQuery, mergesQuery, useCustomerAct } from './customers.queries.ts';
import type { Pair } from './customers.types.ts';
import { Merges } from './merges.component.tsx';

const EVIDENCE_WORDS: Readonly<Record<Pair['evidence'][number]['kind'], TextKey>> = {
  tax_number: 'customers.sameTaxId',
  account: 'customers.sameAccount',
  name: 'customers.sameName',
  country: 'customers.sameCountry',
  email_domain: 'customers.sameDomain',
  email: 'customers.sameEmail',
};

const keyOf = (pair: Pair): string => `${pair.first.id} ${pair.second.id}`;

export function Duplicates({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const [open, setOpen] = useState<string | null>(null);
  const { view, onView } = useAddressView();
  const duplicates = useQuery(duplicatesQuery(code));
  const merges = useQuery(mergesQuery(code)).data?.rows ?? [];
  const rows = duplicates.data?.rows ?? [];
  const columns = usePairColumns();
  const pair = rows.find((row) => keyOf(row) === open);
  const close = (): void => setOpen(null);
  return (
    <Split
      id="duplicates"
      startPercent={58}
      left={
        <Grid
          id="duplicates"
          label={t('customers.duplicates')}
          columns={columns}
          rows={rows}
          rowId={keyOf}
          load={gridLoadOf(duplicates)}
          empty={t('customers.noDuplicates')}
          view={view}
          onView={onView}
          onOpen={(row) => setOpen(keyOf(row))}
          lead={
            merges.length > 0 && (
              <Button variant="default" onClick={() => setOpen('merges')}>
                {t('customers.mergedOnes', { count: merges.filter((one) => one.undoneAt === null).length })}
              </Button>
            )
          }
          isMain
        />
      }
      right={
        open === 'merges' ? (
          <Panel title={<h2>{t('customers.merges')}</h2>} close={close}>
            <Merges code={code} merges={merges} />
          </Panel>
        ) : pair ? (
          <PairPanel key={keyOf(pair)} code={code} pair={pair} close={close} />
        ) : null
      }
    />
  );
}

function usePairColumns(): readonly GridColumn<Pair>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<Pair>[] => [
      { id: 'sure', kind: 'count', header: t('customers.confidence'), width: 90, value: (row) => row.confidence },
      {
        id: 'first',
        kind: 'text',
        header: t('customers.firstRecord'),
        width: 190,
        grow: true,
        value: (row) => `${row.first.name} · ${row.first.number}`,
      },
      {
        id: 'second',
        kind: 'text',
        header: t('customers.secondRecord'),
        width: 190,
        grow: true,
        value: (row) => `${row.second.name} · ${row.second.number}`,
      },
      {
        id: 'why',
        kind: 'text',
        header: t('customers.evidence'),
        width: 240,
        grow: true,
        value: (row) => row.evidence.map(({ kind }) => t(EVIDENCE_WORDS[kind], { value: '' }).trim()).join(', '),
      },
    ],
    [t],
  );
}

function PairPanel({ code, pair, close }: { code: string; pair: Pair; close: () => void }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [reason, setReason] = useState('');
  const said = reason.trim() === '' ? null : reason;
  const params = { path: { company: code } };
  const merge = useCustomerAct(
    (into: { duplicateId: string; survivorId: string }) =>
      dataOf(api.POST('/api/v1/companies/{company}/merges', { params, body: { ...into, reason: said } })),
    { said: t('customers.isMerged'), done: close },
  );
  const distinct = useCustomerAct(
    () =>
      api.POST('/api/v1/companies/{company}/duplicates/distinct', {
        params,
        body: { firstId: pair.first.id, secondId: pair.second.id, reason: said },
      }),
    { said: t('customers.areTwo'), done: close },
  );
  const error = merge.error ?? distinct.error;
  const keep = (survivor: Customer, duplicate: Customer) => (
    <Button
      key={survivor.id}
      variant="default"
      loading={merge.isPending}
      onClick={() => merge.mutate({ survivorId: survivor.id, duplicateId: duplicate.id })}
    >
      {t('customers.keep', { number: survivor.number })}
    </Button>
  );
  return (
    <Panel title={<h2>{t('customers.onePartyTwice')}</h2>} close={close}>
      <div className={styles.form}>
        <ul className={styles.evidence}>
          {pair.evidence.map(({ kind, value }) => (
            <li key={`${kind} ${value}`}>{t(EVIDENCE_WORDS[kind], { value })}</li>
          ))}
        </ul>
        <div className={styles.pair}>
          <Side code={code} customer={pair.first} />
          <Side code={code} customer={pair.second} />
        </div>
        {error && <ProblemNote error={error} />}
        <TextInput
          label={t('customers.reasonIfAny')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          {may(company, 'customers.approve') && [keep(pair.first, pair.second), keep(pair.second, pair.first)]}
          {may(company, 'customers.write') && (
            <Button variant="subtle" loading={distinct.isPending} onClick={() => distinct.mutate(undefined)}>
              {t('customers.sayTwo')}
            </Button>
          )}
        </div>
        <p className={styles.quiet}>{t('customers.mergeHelp')}</p>
      </div>
    </Panel>
  );
}

function Side({ code, customer }: { code: string; customer: Customer }): ReactNode {
  const { t } = useTexts();
  const facts: readonly [TextKey, string | null][] = [
    ['customers.number', customer.number],
    ['customers.country', customer.country],
    ['customers.taxId', customer.taxId],
    ['customers.terms', customer.terms],
    ['customers.email', customer.email],
  ];
  return (
    <section>
      <Link to="/c/$company/customers/$customerId" params={{ company: code, customerId: customer.id }} search={{}}>
        <b>{customer.name}</b>
      </Link>
      <dl className={styles.story}>
        {facts.map(([word, value]) => (
          <div key={word}>
            <dt>{t(word)}</dt>
            <dd>{value ?? t('customers.nothing')}</dd>
          </div>
        ))}
        {customer.balances.map(({ total }) => (
          <div key={total.currency}>
            <dt>{t('customers.open')}</dt>
            <dd>
              <MoneyInWords value={total} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
