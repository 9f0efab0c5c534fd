/** One thing that was learnt: what it says, where it is known from, and taking it back or giving it back. */
import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { DateText, Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import styles from './knowledge.module.css';
import { type LearntThing, useLearntAct } from './knowledge.queries.ts';
import { HELP_WORDS, KIND_WORDS, ORIGIN_WORDS, thingWords, timesWords } from './knowledge-words.ts';

interface ThingProps {
  readonly code: string;
  readonly thing: LearntThing;
}

export function KnowledgePanel({ code, thing, close }: ThingProps & { readonly close: () => void }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  return (
    <Panel title={<h2>{thingWords(thing, t)}</h2>} close={close}>
      <div className={styles.stack}>
        <p className={styles.quiet}>{t(HELP_WORDS[thing.kind])}</p>
        <Facts code={code} thing={thing} />
        {thing.takenBack && (
          <p className={styles.said}>
            {t('learnt.takenBackBy', { name: thing.takenBack.byName })} <Instant at={thing.takenBack.at} />
            {thing.takenBack.reason && <span className={styles.reason}>{thing.takenBack.reason}</span>}
          </p>
        )}
        {thing.origin === 'customer_account' && <p className={styles.quiet}>{t('learnt.fromCustomer')}</p>}
        {may(company, 'cash.apply') && (thing.canTakeBack || thing.takenBack) && (
          <Act code={code} thing={thing} done={close} />
        )}
      </div>
    </Panel>
  );
}

function Facts({ code, thing }: ThingProps): ReactNode {
  const { t } = useTexts();
  const { customer, item, firstReceipt, lastReceipt, sinceOn, lastOn } = thing;
  const times = timesWords(thing, t);
  const by = thing.isByItself ? t('learnt.byItself') : thing.byName;
  return (
    <dl className={styles.facts}>
      <Fact word={t('learnt.kind')}>{t(KIND_WORDS[thing.kind])}</Fact>
      {customer && (
        <Fact word={t('aging.customer')}>
          <Link to="/c/$company/customers/$customerId" params={{ company: code, customerId: customer.id }} search={{}}>
            {customer.number} {customer.name}
          </Link>
        </Fact>
      )}
      {item && (
        <Fact word={t('learnt.item')}>
          <Link to="/c/$company/items/$itemId" params={{ company: code, itemId: item.id }} search={{}}>
            {item.number}
          </Link>
        </Fact>
      )}
      <Fact word={t('learnt.origin')}>{t(ORIGIN_WORDS[thing.origin])}</Fact>
      {times && <Fact word={t('learnt.times')}>{times}</Fact>}
      {sinceOn && (
        <Fact word={t('learnt.since')}>
          <DateText date={sinceOn} />
        </Fact>
      )}
      {thing.takenBack === null && (
        <Fact word={t('learnt.last')}>
          <DateText date={lastOn} />
        </Fact>
      )}
      {by && <Fact word={t('learnt.by')}>{by}</Fact>}
      {firstReceipt && (
        <Fact word={t('learnt.firstReceipt')}>
          <ReceiptLink code={code} receipt={firstReceipt} />
        </Fact>
      )}
      {lastReceipt && lastReceipt.id !== firstReceipt?.id && (
        <Fact word={t('learnt.lastReceipt')}>
          <ReceiptLink code={code} receipt={lastReceipt} />
        </Fact>
      )}
      {thing.meaning && thing.kind !== 'code' && (
        <Fact word={t(thing.kind === 'layout' ? 'learnt.columns' : 'learnt.reason')}>{thing.meaning}</Fact>
      )}
    </dl>
  );
}

function Fact({ word, children }: { word: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ReceiptLink({ code, receipt }: { code: string; receipt: { id: string; number: string } }): ReactNode {
  return (
    <Link to="/c/$company/cash/$queue" params={{ company: code, queue: 'posted' }} search={{ receipt: receipt.id }}>
      {receipt.number}
    </Link>
  );
}

/** Taking back, or giving back, with the reason that the audit trail keeps. */
export function Act({ code, thing, done }: ThingProps & { readonly done: () => void }): ReactNode {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const isBack = thing.takenBack !== null;
  const said = t(isBack ? 'learnt.restored' : 'learnt.revoked', { what: thingWords(thing, t) });
  const act = useLearntAct(code, thing, said, done);
  return (
    <form
      className={styles.form}
      aria-label={t(isBack ? 'learnt.restore' : 'learnt.takeBack')}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(reason);
      }}
    >
      {act.error && <ProblemNote error={act.error} />}
      <TextInput
        label={t('learnt.reason')}
        required
        withAsterisk={false}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant={isBack ? 'filled' : 'default'} loading={act.isPending}>
        {t(isBack ? 'learnt.restore' : 'learnt.takeBack')}
      </Button>
    </form>
  );
}
