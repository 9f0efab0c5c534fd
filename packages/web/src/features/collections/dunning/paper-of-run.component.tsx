/** Letters on paper of a run: gathered into a print, fetched as one PDF, and said to be posted, all or but for some. */
import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import styles from './dunning.module.css';
import {
  type DunningPrint,
  dropPrint,
  makePrint,
  postPrint,
  printedLettersQuery,
  printsQuery,
  type RunAsked,
} from './dunning.queries.ts';

export function PaperOfRun({ code, run }: { code: string; run: RunAsked }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const found = useQuery(printsQuery(code, run));
  const mayWrite = may(useCompany(), 'correspondence.write');
  const print = useAct(() => makePrint(code, run.id), {
    said: ({ letters, withdrawn, left }) => {
      const counts = {
        count: letters,
        letters: formats.count(letters),
        withdrawn: formats.count(withdrawn),
        left: formats.count(left),
      };
      if (letters === 0) return t('dunning.printedNone');
      if (withdrawn > 0) return t('dunning.printedLess', counts);
      return t(left > 0 ? 'dunning.printedSome' : 'dunning.printed', counts);
    },
  });
  if (found.error) return <ProblemNote error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return null;
  const { waiting, prints } = found.data;
  return (
    <section className={styles.paper} aria-label={t('dunning.paper')}>
      <div className={styles.line}>
        <span className={styles.quiet}>{t('dunning.paper')}</span>
        {waiting > 0 && (
          <span className={styles.care}>{t('dunning.paperWaits', { count: formats.count(waiting) })}</span>
        )}
        {waiting > 0 && mayWrite && run.state !== 'running' && (
          <Button size="compact-xs" loading={print.isPending} onClick={() => print.mutate(undefined)}>
            {t('dunning.print')}
          </Button>
        )}
      </div>
      {print.error && <ProblemNote error={print.error} />}
      {prints.map((one) => (
        <OnePrint key={one.id} code={code} print={one} mayWrite={mayWrite} />
      ))}
    </section>
  );
}

function OnePrint({ code, print, mayWrite }: { code: string; print: DunningPrint; mayWrite: boolean }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { id, number, letters, madeAt, endedAs, endedAt, endedByName } = print;
  const file = `/api/v1/companies/${code}/dunning/prints/${id}/file`;
  return (
    <div className={styles.print}>
      <div className={styles.line}>
        <span>{t('dunning.printNumber', { number })}</span>
        <span className={styles.quiet}>
          {t('dunning.printLetters', { count: letters, letters: formats.count(letters) })}
        </span>
        <span className={styles.quiet}>
          <Instant at={endedAt ?? madeAt} />
        </span>
        {endedAs === null ? (
          <>
            <a href={file} download>
              {t('dunning.oneSided')}
            </a>
            <a href={`${file}?sides=two`} download>
              {t('dunning.twoSided')}
            </a>
          </>
        ) : (
          <span className={styles.quiet}>
            {t(endedAs === 'posted' ? 'dunning.wasPosted' : 'dunning.wasDropped', { name: endedByName ?? '' })}
          </span>
        )}
      </div>
      {endedAs === null && mayWrite && <EndOfPrint code={code} id={id} />}
    </div>
  );
}

function EndOfPrint({ code, id }: { code: string; id: string }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const [except, setExcept] = useState<readonly string[] | null>(null);
  const post = useAct(() => postPrint(code, id, except ?? []), {
    said: ({ posted, withdrawn }) =>
      [
        t('dunning.postedSaid', { count: posted, posted: formats.count(posted) }),
        ...(withdrawn.length > 0 ? [t('dunning.postedWithdrawn', { names: withdrawn.join(', ') })] : []),
      ].join(' '),
  });
  const drop = useAct(() => dropPrint(code, id), { said: () => t('dunning.droppedSaid') });
  const error = post.error ?? drop.error;
  return (
    <>
      {error && <ProblemNote error={error} />}
      <div className={styles.line}>
        <Button size="compact-xs" loading={post.isPending} onClick={() => post.mutate(undefined)}>
          {t('dunning.posted')}
        </Button>
        {except === null && (
          <Button size="compact-xs" variant="default" onClick={() => setExcept([])}>
            {t('dunning.postedBut')}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="default"
          title={t('dunning.droppedHelp')}
          loading={drop.isPending}
          onClick={() => drop.mutate(undefined)}
        >
          {t('dunning.dropped')}
        </Button>
      </div>
      {except !== null && <PileToTick code={code} id={id} except={except} setExcept={setExcept} />}
    </>
  );
}

function PileToTick(props: {
  code: string;
  id: string;
  except: readonly string[];
  setExcept: (except: readonly string[]) => void;
}): ReactNode {
  const { code, id, except, setExcept } = props;
  const { t } = useTexts();
  const found = useQuery(printedLettersQuery(code, id));
  if (found.error) return <ProblemNote error={found.error} retry={() => void found.refetch()} />;
  return (
    <fieldset className={styles.pile}>
      <legend className={styles.quiet}>{t('dunning.lettersInPile')}</legend>
      {found.data?.rows.map(({ messageId, position, customerName, state }) => (
        <Checkbox
          key={messageId}
          size="xs"
          label={`${position} · ${customerName}`}
          disabled={state !== 'to_print'}
          checked={state === 'to_print' && !except.includes(messageId)}
          onChange={(event) =>
            setExcept(event.currentTarget.checked ? except.filter((one) => one !== messageId) : [...except, messageId])
          }
        />
      ))}
    </fieldset>
  );
}
