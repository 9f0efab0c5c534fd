/** One request: what would be posted, what speaks against it, who has said what, and the decision. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { useAct } from '../../app/act.ts';
import { api, dataOf } from '../../app/api.ts';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { DateText, Instant } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { Status } from '../../ui/status/status.component.tsx';
import { KIND_WORDS, standing } from './approval-words.ts';
import styles from './approvals.module.css';
import { approvalQuery } from './approvals.queries.ts';
import type { ApprovalDetail } from './approvals.types.ts';
import { Decide } from './decide.component.tsx';
import { Differences, DraftedEntries } from './drafted-entries.component.tsx';

export function ApprovalPanel(props: { code: string; id: string; close: () => void; goOn: () => void }): ReactNode {
  const { t } = useTexts();
  const { code, id, close } = props;
  const approval = useQuery(approvalQuery(code, id));
  const detail = approval.data;
  return (
    <Panel title={<h2>{detail ? t(KIND_WORDS[detail.kind]) : t('approvals.title')}</h2>} close={close}>
      {approval.error && <ProblemNote error={approval.error} retry={() => void approval.refetch()} />}
      {detail && (
        <div className={styles.stack}>
          <Facts code={code} detail={detail} />
          <Doubts detail={detail} />
          <Differences detail={detail} />
          {detail.refusal && (
            <p className={styles.refusal} role="alert">
              {t('approvals.refusedNow', { why: detail.refusal.message })}
            </p>
          )}
          <DraftedEntries
            entries={detail.now ?? detail.asked}
            title={t(entriesTitle(detail))}
            isOfInterest={detail.interest !== null}
          />
          <Decide key={detail.fingerprint} code={code} detail={detail} goOn={props.goOn} close={close} />
          <Evidence code={code} detail={detail} />
          <Story detail={detail} />
        </div>
      )}
    </Panel>
  );
}

/** How much is asked for, and who is told then. */
function OfInterest(props: {
  readonly code: string;
  readonly detail: ApprovalDetail;
  readonly interest: NonNullable<ApprovalDetail['interest']>;
}): ReactNode {
  const { t } = useTexts();
  const { code, detail, interest } = props;
  const { items, letterTo, isOnPaper } = interest;
  return (
    <>
      <Link to="/c/$company/interest/$part" params={{ company: code, part: 'proposals' }} search={{}}>
        {items === 0 ? t('interest.ofPlan') : t('approvals.interestItems', { count: items })}
      </Link>
      <span>
        {t('approvals.interestThrough')} <DateText date={interest.toOn} />
      </span>
      {detail.now && (
        <a href={`/api/v1/companies/${code}/approvals/${detail.id}/interest-note`} target="_blank" rel="noopener">
          {t('approvals.interestNote')}
        </a>
      )}
      {letterTo !== null && (
        <span>{t(isOnPaper ? 'approvals.interestOnPaper' : 'approvals.interestToldTo', { to: letterTo })}</span>
      )}
    </>
  );
}

function entriesTitle({ kind, state, now }: ApprovalDetail): TextKey {
  const isLetGo = kind === 'interest_waiver';
  const isCharge = kind === 'interest_charge';
  if (state === 'posted')
    return isLetGo ? 'approvals.letGo' : isCharge ? 'approvals.wasCharged' : 'approvals.wasPosted';
  if (!now) return 'approvals.wasAsked';
  if (isCharge) return 'approvals.willCharge';
  return isLetGo ? 'approvals.letsGo' : 'approvals.willPost';
}

function Facts({ code, detail }: { code: string; detail: ApprovalDetail }): ReactNode {
  const { t } = useTexts();
  const at = standing(detail);
  return (
    <>
      <div className={styles.headline}>
        <span className={styles.figure}>
          <MoneyInWords value={detail.amount} />
        </span>
        <Status tone={at.tone} word={t(at.word)} />
      </div>
      <div className={styles.facts}>
        <Link
          to="/c/$company/customers/$customerId"
          params={{ company: code, customerId: detail.customerId }}
          search={{}}
        >
          {detail.customerName}
        </Link>
        {detail.itemId && (
          <Link to="/c/$company/items/$itemId" params={{ company: code, itemId: detail.itemId }} search={{}}>
            {detail.itemNumber}
          </Link>
        )}
        {detail.account && (
          <span>{t('approvals.toAccount', { account: detail.account, holder: detail.holder ?? '' })}</span>
        )}
        {detail.interest && <OfInterest code={code} detail={detail} interest={detail.interest} />}
        {detail.toCompany && <span>{t('approvals.toCompany', { company: detail.toCompany })}</span>}
      </div>
      <p className={styles.reason}>{detail.reason}</p>
      {detail.note && <p className={styles.quiet}>{detail.note}</p>}
    </>
  );
}

const DOUBT_WORDS: Readonly<Record<string, TextKey>> = {
  account_is_new: 'approvals.doubtNewAccount',
  account_is_not_the_payer: 'approvals.doubtNotPayer',
  account_handled_by_you: 'approvals.doubtHandled',
  customer_owes: 'approvals.doubtOwes',
};

function Doubts({ detail }: { detail: ApprovalDetail }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  if (detail.doubts.length === 0) return null;
  return (
    <ul className={styles.doubts} aria-label={t('approvals.doubts')}>
      {detail.doubts.map(({ code, parameters, amount }) => {
        const word = DOUBT_WORDS[code];
        const { since, ...named } = parameters;
        const shown = { ...named, ...(since ? { since: formats.date(since) } : {}) };
        const values = { ...shown, ...(amount ? { amount: formats.money(amount) } : {}) };
        return <li key={code}>{word ? t(word, values) : code}</li>;
      })}
    </ul>
  );
}

const STEP_WORDS: Readonly<Record<ApprovalDetail['steps'][number]['what'], TextKey>> = {
  asked: 'approvals.stepAsked',
  approved: 'approvals.stepApproved',
  sent_back: 'approvals.stepSentBack',
  withdrawn: 'approvals.stepWithdrawn',
  posted: 'approvals.stepPosted',
};

function Story({ detail }: { detail: ApprovalDetail }): ReactNode {
  const { t } = useTexts();
  return (
    <section aria-label={t('approvals.story')}>
      <h3 className={styles.heading}>{t('approvals.story')}</h3>
      <ol className={styles.story}>
        {detail.steps.map((step) => (
          <li key={`${step.at} ${step.what}`}>
            <span>
              {t(STEP_WORDS[step.what], { name: step.byName })}
              {step.words && step.what !== 'asked' && `: ${step.words}`}
            </span>
            <span className={styles.quiet}>
              <Instant at={step.at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Evidence({ code, detail }: { code: string; detail: ApprovalDetail }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const input = useRef<HTMLInputElement>(null);
  const add = useAct(
    (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      return dataOf(
        api.POST('/api/v1/companies/{company}/approvals/{id}/evidence', {
          params: { path: { company: code, id: detail.id } },
          // The generated type knows a file only as text; the form is what is sent.
          body: { file: file.name },
          bodySerializer: () => form,
        }),
      );
    },
    { said: (_answer, file) => t('approvals.evidenceAdded', { name: file.name }) },
  );
  const isOpen = detail.state === 'waiting' || detail.state === 'sent_back';
  const mayAdd = isOpen && may(company, 'approvals.request');
  if (detail.evidence.length === 0 && !mayAdd) return null;
  return (
    <section aria-label={t('approvals.evidence')}>
      <h3 className={styles.heading}>{t('approvals.evidence')}</h3>
      {add.error && <ProblemNote error={add.error} />}
      <ul className={styles.files}>
        {detail.evidence.map((file) => (
          <li key={file.id}>
            <a href={`/api/v1/companies/${code}/approvals/${detail.id}/evidence/${file.id}`} download>
              {file.name}
            </a>{' '}
            <span className={styles.quiet}>{file.addedByName}</span>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <>
          <input
            ref={input}
            type="file"
            hidden
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) add.mutate(file);
              event.currentTarget.value = '';
            }}
          />
          <Button size="xs" variant="default" loading={add.isPending} onClick={() => input.current?.click()}>
            {t('approvals.addEvidence')}
          </Button>
        </>
      )}
    </section>
  );
}
