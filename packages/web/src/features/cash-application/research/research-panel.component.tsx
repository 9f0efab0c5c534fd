/** One receipt under research: what the payer wrote, where else its numbers are known, what was found out, what is asked for. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { DateText, Instant } from '../../../ui/date/date.component.tsx';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { MoneyInWords } from '../../../ui/money/money.component.tsx';
import { isZero } from '../../../ui/money/money-text.ts';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import { AskButton } from '../../approvals/ask-button.component.tsx';
import styles from './research.module.css';
import { type ResearchDetail, type ResearchFound, researchQuery } from './research.queries.ts';
import { CAUSE_WORDS, CAUSES, STEP_WORDS, STEPS } from './research-words.ts';

interface PanelProps {
  readonly code: string;
  readonly id: string;
  readonly close: () => void;
}

export function ResearchPanel({ code, id, close }: PanelProps): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const research = useQuery(researchQuery(code, id));
  const detail = research.data;
  return (
    <Panel title={<h2>{detail?.customerName ?? detail?.payerName ?? t('research.title')}</h2>} close={close}>
      {research.error && <ProblemNote error={research.error} retry={() => void research.refetch()} />}
      {detail && (
        <div className={styles.stack}>
          <Facts code={code} detail={detail} />
          <Elsewhere detail={detail} />
          {isZero(detail.unapplied) ? (
            <p className={styles.quiet}>{t('research.isSettled')}</p>
          ) : (
            <AskButton
              code={code}
              thing={{
                itemId: detail.id,
                customerId: detail.isIdentified ? detail.customerId : null,
                open: detail.unapplied,
                isCredit: true,
              }}
            />
          )}
          {may(company, 'cash.apply') && <Found key={detail.changedAt} code={code} detail={detail} />}
          <Notes detail={detail} />
        </div>
      )}
    </Panel>
  );
}

function Facts({ code, detail }: { code: string; detail: ResearchDetail }): ReactNode {
  const { t } = useTexts();
  return (
    <>
      <div className={styles.facts}>
        <b>
          <MoneyInWords value={detail.unapplied} />
        </b>
        <span>{t('date.days', { count: detail.ageDays })}</span>
        <span>
          {t('research.booked')} <DateText date={detail.bookedOn} />
        </span>
        {detail.waitsForCustomerSince && (
          <Status tone="accent" word={t('research.asked')} since={detail.waitsForCustomerSince} />
        )}
        <Link
          to="/c/$company/cash/$queue"
          params={{ company: code, queue: detail.queue }}
          search={{ receipt: detail.id }}
        >
          {t('research.openDesk')}
        </Link>
      </div>
      <p className={styles.said}>
        {detail.payerName || detail.payerAccount ? (
          <span className={styles.payer}>{[detail.payerName, detail.payerAccount].filter(Boolean).join(' · ')}</span>
        ) : null}
        {detail.text}
      </p>
    </>
  );
}

function Elsewhere({ detail }: { detail: ResearchDetail }): ReactNode {
  const { t } = useTexts();
  if (detail.elsewhere.length === 0) return null;
  return (
    <section className={styles.elsewhere}>
      <b>{t('research.elsewhere')}</b>
      <ul>
        {detail.elsewhere.map((item) => (
          <li key={`${item.company} ${item.itemId}`}>
            {item.company}:{' '}
            <Link to="/c/$company/items/$itemId" params={{ company: item.company, itemId: item.itemId }} search={{}}>
              {item.number}
            </Link>{' '}
            {item.customerName}, <MoneyInWords value={item.open} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Found({ code, detail }: { code: string; detail: ResearchDetail }): ReactNode {
  const { t } = useTexts();
  const [found, setFound] = useState<ResearchFound>({
    ownerId: detail.ownerId,
    nextStep: detail.nextStep,
    nextStepWords: detail.nextStepWords,
    nextDueOn: detail.nextDueOn,
    rootCause: detail.rootCause,
    rootCauseWords: detail.rootCauseWords,
    note: '',
  });
  const change = (to: Partial<ResearchFound>): void => setFound({ ...found, ...to });
  const save = useAct(
    (body: ResearchFound) =>
      api.PUT('/api/v1/companies/{company}/cash/research/{id}', {
        params: { path: { company: code, id: detail.id } },
        body,
      }),
    { said: () => t('research.saved') },
  );
  return (
    <form
      className={styles.form}
      aria-label={t('research.found')}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ ...found, note: found.note || null, nextDueOn: found.nextStep ? found.nextDueOn : null });
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <CauseFields found={found} change={change} suggested={detail.suggestedCause} />
      <NativeSelect
        label={t('research.owner')}
        value={found.ownerId ?? ''}
        onChange={(event) => change({ ownerId: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('research.nobody') },
          ...detail.owners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <StepFields found={found} change={change} />
      <Textarea
        label={t('research.note')}
        placeholder={t('research.notePlaceholder')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        value={found.note ?? ''}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <div className={styles.acts}>
        <Button type="submit" loading={save.isPending}>
          {t('research.save')}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly found: ResearchFound;
  readonly change: (to: Partial<ResearchFound>) => void;
}

function CauseFields({
  found,
  change,
  suggested,
}: FieldsProps & { suggested: ResearchDetail['suggestedCause'] }): ReactNode {
  const { t } = useTexts();
  return (
    <>
      <NativeSelect
        label={t('research.cause')}
        value={found.rootCause ?? ''}
        onChange={(event) =>
          change({ rootCause: CAUSES.find((one) => one === event.currentTarget.value) ?? null, rootCauseWords: null })
        }
        data={[
          { value: '', label: t('research.noCause') },
          ...CAUSES.map((value) => ({ value, label: t(CAUSE_WORDS[value]) })),
        ]}
      />
      {found.rootCause === null && suggested && (
        <Button size="xs" variant="default" onClick={() => change({ rootCause: suggested })}>
          {t('research.takeSuggestion', { cause: t(CAUSE_WORDS[suggested]) })}
        </Button>
      )}
      {found.rootCause === 'other' && (
        <TextInput
          label={t('research.whichCause')}
          required
          maxLength={200}
          value={found.rootCauseWords ?? ''}
          onChange={(event) => change({ rootCauseWords: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function StepFields({ found, change }: FieldsProps): ReactNode {
  const { t } = useTexts();
  return (
    <div className={styles.pair}>
      <NativeSelect
        label={t('research.nextStep')}
        value={found.nextStep ?? ''}
        onChange={(event) =>
          change({ nextStep: STEPS.find((one) => one === event.currentTarget.value) ?? null, nextStepWords: null })
        }
        data={[
          { value: '', label: t('research.noStep') },
          ...STEPS.map((value) => ({ value, label: t(STEP_WORDS[value]) })),
        ]}
      />
      {found.nextStep && (
        <DateField
          label={t('research.nextDue')}
          required
          value={found.nextDueOn ?? ''}
          change={(day) => change({ nextDueOn: day || null })}
        />
      )}
      {found.nextStep === 'other' && (
        <TextInput
          label={t('research.whichStep')}
          required
          maxLength={200}
          value={found.nextStepWords ?? ''}
          onChange={(event) => change({ nextStepWords: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

function Notes({ detail }: { detail: ResearchDetail }): ReactNode {
  const { t } = useTexts();
  return (
    <section aria-label={t('research.notes')}>
      <h3 className={styles.heading}>{t('research.notes')}</h3>
      {detail.notes.length === 0 && <p className={styles.quiet}>{t('research.noNotes')}</p>}
      <ol className={styles.notes}>
        {detail.notes.map((note) => (
          <li key={note.id}>
            <span className={styles.quiet}>
              {note.byName}, <Instant at={note.at} />
            </span>
            <span>{note.text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
