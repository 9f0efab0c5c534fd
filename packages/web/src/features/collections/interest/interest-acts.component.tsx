/** What is done with a proposal: charged with a note that is told, let go, or asked for where one person may not. */
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { ApiProblem, api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { toMoney } from '../../../ui/money/money-text.ts';
import styles from './interest.module.css';
import { type AskedInterest, chargeInterest, type InterestProposal, waiveInterest } from './interest.queries.ts';
import { NoteLetterChoice } from './note-letter.component.tsx';
import type { NoteLetter, PreviewedNote } from './notes.queries.ts';

interface ActsProps {
  readonly code: string;
  readonly proposal: InterestProposal;
  readonly asked: AskedInterest;
  readonly close: () => void;
}

export function InterestActs(props: ActsProps): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { code, proposal, asked, close } = props;
  const [reason, setReason] = useState('');
  const [letter, setLetter] = useState<NoteLetter | null>(null);
  const charge = useAct(() => chargeInterest(code, proposal, { ...asked, letter }), {
    said: ({ number }) => t(saidOf(letter), { number }),
    done: close,
  });
  const waive = useAct(() => waiveInterest(code, proposal, { ...asked, reason }), {
    said: () => t('interest.wasWaived'),
    done: close,
  });
  if (!may(company, 'ledger.adjust')) return <p className={styles.quiet}>{t('interest.mayNot')}</p>;
  const isNothing = toMoney(asked.total).amountMinor === 0n;
  const isAddressed = letter === null || !('postalAddress' in letter) || letter.postalAddress.trim() !== '';
  const error = charge.error ?? waive.error;
  return (
    <>
      {may(company, 'correspondence.write') && !isNothing && (
        <NoteLetterChoice
          {...{ code, letter, setLetter }}
          customerId={proposal.customerId}
          isOptional
          note={previewed(proposal, asked)}
        />
      )}
      {error && <ProblemNote error={error} />}
      {isAboveLimit(charge.error) && <AskForIt {...props} kind="interest_charge" letter={letter} />}
      {isAboveLimit(waive.error) && <AskForIt {...props} kind="interest_waiver" letter={null} reason={reason} />}
      <div className={styles.line}>
        <Button
          size="xs"
          loading={charge.isPending}
          disabled={isNothing || !isAddressed}
          onClick={() => {
            waive.reset();
            charge.mutate(undefined);
          }}
        >
          {t(letter === null ? 'interest.charge' : 'interest.chargeAndTell')}
        </Button>
        <form
          className={styles.line}
          onSubmit={(event) => {
            event.preventDefault();
            charge.reset();
            waive.mutate(undefined);
          }}
        >
          <TextInput
            size="xs"
            aria-label={t('books.reason')}
            placeholder={t('interest.waiveWhy')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            type="submit"
            size="xs"
            variant="default"
            loading={waive.isPending}
            disabled={isNothing || reason.trim() === ''}
          >
            {t('interest.waive')}
          </Button>
        </form>
      </div>
    </>
  );
}

function saidOf(letter: NoteLetter | null) {
  if (letter === null) return 'interest.wasCharged';
  return 'postalAddress' in letter ? 'interest.wasChargedOnPaper' : 'interest.wasChargedAndTold';
}

function previewed(proposal: InterestProposal, { itemIds, total }: AskedInterest): PreviewedNote {
  if (proposal.plan !== null) return { planId: proposal.plan.id, total };
  return { customerId: proposal.customerId, itemIds, total };
}

function isAboveLimit(error: Error | null): boolean {
  return error instanceof ApiProblem && error.code === 'approval_needed';
}

/** Another person decides; the interest stays as it is through today. */
function AskForIt(
  props: ActsProps & {
    readonly kind: 'interest_charge' | 'interest_waiver';
    readonly letter: NoteLetter | null;
    readonly reason?: string;
  },
): ReactNode {
  const { t } = useTexts();
  const { code, proposal, asked, close, kind, letter } = props;
  const [reason, setReason] = useState(props.reason ?? '');
  const ask = useAct(
    () => {
      const common = { customerId: proposal.customerId, planId: proposal.plan?.id ?? null, ...asked };
      const act = kind === 'interest_charge' ? { kind, ...common, letter } : { kind, ...common };
      const params = { path: { company: code } };
      return dataOf(api.POST('/api/v1/companies/{company}/approvals', { params, body: { act, reason } }));
    },
    { said: () => t('approvals.wasAskedNow'), done: close },
  );
  if (!may(useCompany(), 'approvals.request')) return null;
  return (
    <form
      className={styles.line}
      aria-label={t('approvals.askFor')}
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate(undefined);
      }}
    >
      {ask.error && <ProblemNote error={ask.error} />}
      <TextInput
        size="xs"
        autoFocus
        aria-label={t('approvals.reason')}
        placeholder={t('approvals.whyPlaceholder')}
        maxLength={500}
        className={styles.why}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={ask.isPending} disabled={reason.trim() === ''}>
        {t('approvals.askAct')}
      </Button>
    </form>
  );
}
