import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { type Sentences, useSentences } from '../../app/sentences/sentences.ts';
import { useCompany } from '../../app/session.ts';
import { Instant } from '../../ui/date/date.component.tsx';
import { useKeys } from '../../ui/keys/keys.ts';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import { Status, type Tone } from '../../ui/status/status.component.tsx';
import { Why } from '../../ui/why/why.component.tsx';
import styles from './cash.module.css';
import type { Decision, Explanation } from './cash.types.ts';
import { type Proposal, proposalKey } from './proposal.ts';
import { explanationWords } from './reason-words.ts';

const DECISION_WORDS: Readonly<Record<Decision['decision'], { word: TextKey; tone: Tone }>> = {
  auto: { word: 'cash.decidedAuto', tone: 'good' },
  suggest: { word: 'cash.decidedSuggest', tone: 'accent' },
  exception: { word: 'cash.decidedException', tone: 'care' },
};

/** What was concluded, in one sentence; behind its "why" the evidence, what else was thought of, and why it lost. */
export function DecisionView(props: {
  decision: Decision;
  use: (proposal: Proposal) => void;
  /** What the desk began with; 0 goes back to it. */
  proposed: Proposal;
  current: Proposal;
  isWorkable: boolean;
}): ReactNode {
  const { decision, proposed, use } = props;
  const { t } = useTexts();
  const isOther = proposalKey(props.current) !== proposalKey(proposed);
  useKeys(
    props.isWorkable && decision.alternatives.length > 0
      ? [
          ...decision.alternatives.map((alternative, index) => ({
            key: String(index + 1),
            label: t('cash.useAlternative', { number: index + 1 }),
            act: () => use(alternative),
          })),
          { key: '0', label: t('cash.useProposed'), act: () => use(proposed) },
        ]
      : [],
  );
  const sentences = useSentences();
  const { word, tone } = DECISION_WORDS[decision.decision];
  const conclusion = sentences.conclusion(decision);
  return (
    <section aria-label={t('cash.decision')} className={styles.decision}>
      <Why
        about={conclusion}
        figure={
          <>
            <Status tone={tone} word={t(word)} />
            <span className={styles.sentence}>{conclusion}</span>
          </>
        }
      >
        <Evidence decision={decision} sentences={sentences} />
      </Why>
      {decision.question && (
        <p className={styles.question}>
          <b>{t('cash.question')}</b>{' '}
          {sentences.question(decision.questionCode, decision.questionParameters, decision.question)}
        </p>
      )}
      {decision.alternatives.length > 0 && (
        <div className={styles.alternatives}>
          <h3>{t('cash.alternatives')}</h3>
          {decision.alternatives.map((alternative, index) => (
            <AlternativeLine
              key={alternativeKey(alternative)}
              number={index + 1}
              alternative={alternative}
              isCurrent={proposalKey(alternative) === proposalKey(props.current)}
              use={use}
            />
          ))}
          {isOther && (
            <button type="button" className={styles.backToProposed} onClick={() => use(proposed)}>
              {t('cash.useProposed')} <kbd>0</kbd>
            </button>
          )}
          {decision.alternativesCount > decision.alternatives.length && (
            <span className={styles.quiet}>
              {t('cash.moreAlternatives', { count: decision.alternativesCount - decision.alternatives.length })}
            </span>
          )}
        </div>
      )}
    </section>
  );
}

/** To the advice with its lines; what the bank's own line tells of its documents is no advice that could be opened. */
function AdviceLink({ advice }: { advice: unknown }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  if (typeof advice !== 'string' || !/^[0-9a-f-]{36}$/.test(advice)) return null;
  const params = { company: company.code, part: 'advices' };
  return (
    <>
      {' '}
      <Link to="/c/$company/imports/part/$part" params={params} search={{ advice }}>
        {t('advices.show')}
      </Link>
    </>
  );
}

function Evidence({ decision, sentences }: { decision: Decision; sentences: Sentences }): ReactNode {
  const { t } = useTexts();
  return (
    <>
      <ul className={styles.evidence}>
        {decision.evidence.map(({ kind, detail, parameters }) => (
          <li key={`${kind} ${detail}`}>
            {sentences.evidence(kind, parameters, detail)}
            {kind === 'advice' && <AdviceLink advice={parameters.advice} />}
          </li>
        ))}
      </ul>
      {decision.rejected.length > 0 && (
        <>
          <h3>{t('cash.rejected')}</h3>
          <ul className={styles.evidence}>
            {decision.rejected.map((rejected) => (
              <li key={rejected.sentence}>{sentences.rejection(rejected)}</li>
            ))}
          </ul>
        </>
      )}
      {decision.wouldChangeIf.length > 0 && (
        <>
          <h3>{t('cash.wouldChangeIf')}</h3>
          <ul className={styles.evidence}>
            {decision.wouldChangeIf.map(({ code, parameters, sentence }) => (
              <li key={sentence}>{sentences.change(code, parameters, sentence)}</li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.quiet}>
        {t('cash.decidedBy', { policy: decision.policyVersion, rule: decision.rule ?? '—' })}{' '}
        <Instant at={decision.decidedAt} />
      </p>
    </>
  );
}

/** Items of an explanation that are named; of more only the number is said. */
const ITEMS_NAMED_MAX = 6;

function AlternativeLine(props: {
  number: number;
  alternative: Explanation;
  isCurrent: boolean;
  use: (proposal: Proposal) => void;
}): ReactNode {
  const { t } = useTexts();
  const { alternative } = props;
  const more = alternative.allocations.length - ITEMS_NAMED_MAX;
  return (
    <div className={styles.alternative} data-current={props.isCurrent || undefined}>
      <button type="button" aria-pressed={props.isCurrent} onClick={() => props.use(alternative)}>
        {t('cash.useThis')} <kbd>{props.number}</kbd>
      </button>
      <span>
        {explanationWords(t, alternative.explanation)}
        {': '}
        {alternative.customerName}
        {alternative.allocations.slice(0, ITEMS_NAMED_MAX).map(({ itemId, number, amount }) => (
          <span key={itemId}>
            {' · '}
            {number} <MoneyInWords value={amount} />
          </span>
        ))}
        {more > 0 && <span className={styles.quiet}> {t('cash.moreItems', { count: more })}</span>}
      </span>
    </div>
  );
}

function alternativeKey(alternative: Explanation): string {
  return [alternative.customerId, ...alternative.allocations.map(({ itemId }) => itemId)].join(' ');
}
