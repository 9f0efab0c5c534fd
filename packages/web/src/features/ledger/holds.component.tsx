/** What stops sending and posting for an item or a customer: in one line each, placed and released in place. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { DateText, Instant } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import { say } from '../../ui/notice/notice.component.tsx';
import { Status } from '../../ui/status/status.component.tsx';
import { holdReason } from './hold-reason.ts';
import { HOLD_WORDS } from './hold-words.ts';
import { type HeldThing, type Hold, holdsQuery, releaseHold } from './holds.queries.ts';
import styles from './ledger.module.css';

const PlaceHold = lazy(async () => ({ default: (await import('./place-hold.component.tsx')).PlaceHold }));

/** A customer with many disputes still has room for its items; the rest is one click away. */
const LINES_IN_HEAD = 3;

/** In the head of a page that has its own edge and padding, the lines stand without theirs. */
export function Holds({ thing, isInHead }: { thing: HeldThing; isInHead?: boolean }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const holds = useQuery(holdsQuery(code, thing));
  const [isPlacing, setIsPlacing] = useState(false);
  const [withEnded, setWithEnded] = useState(false);
  const [withAll, setWithAll] = useState(false);
  const mayManage = may(company, 'holds.manage');
  const rows = holds.data?.rows ?? [];
  const inForce = rows.filter(({ isInForce }) => isInForce);
  const ended = rows.length - inForce.length;
  const shown = withEnded ? rows : inForce;
  const isWhole = withAll || !isInHead || shown.length <= LINES_IN_HEAD;
  if (holds.error) return <ProblemNote error={holds.error} retry={() => void holds.refetch()} />;
  if (!holds.data || (rows.length === 0 && !mayManage)) return null;
  return (
    <section aria-label={t('holds.title')} className={styles.holds} data-in-head={isInHead}>
      {shown.slice(0, isWhole ? shown.length : LINES_IN_HEAD).map((hold) => (
        <HoldLine
          key={hold.id}
          hold={hold}
          code={code}
          mayRelease={mayManage && hold.isPlacedByHand}
          withItem={thing.subject === 'customer'}
        />
      ))}
      {isPlacing ? (
        <Suspense fallback={null}>
          <PlaceHold code={code} thing={thing} close={() => setIsPlacing(false)} />
        </Suspense>
      ) : (
        <div className={styles.lineActs}>
          {inForce.length === 0 && <span className={styles.quiet}>{t('holds.none')}</span>}
          {!isWhole && (
            <button type="button" className={styles.lineAct} onClick={() => setWithAll(true)}>
              {t('holds.showAll', { count: shown.length - LINES_IN_HEAD })}
            </button>
          )}
          {mayManage && (
            <button type="button" className={styles.lineAct} onClick={() => setIsPlacing(true)}>
              {t('holds.place')}
            </button>
          )}
          {ended > 0 && (
            <button type="button" className={styles.lineAct} onClick={() => setWithEnded(!withEnded)}>
              {withEnded ? t('holds.hideEnded') : t('holds.showEnded', { count: ended })}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function HoldLine(props: { hold: Hold; code: string; mayRelease: boolean; withItem: boolean }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { hold, code, mayRelease } = props;
  const [isReleasing, setIsReleasing] = useState(false);
  const word = HOLD_WORDS[hold.kind];
  return (
    <div className={styles.hold}>
      <Status tone={hold.isInForce ? 'care' : 'quiet'} word={word ? t(word) : hold.kind.replaceAll('_', ' ')} />
      {props.withItem && hold.itemId !== null && (
        <Link to="/c/$company/items/$itemId" params={{ company: code, itemId: hold.itemId }} search={{}}>
          {hold.itemNumber}
        </Link>
      )}
      {hold.amount && <MoneyInWords value={hold.amount} />}
      {hold.untilOn && (
        <span>
          {t('holds.until')} <DateText date={hold.untilOn} />
        </span>
      )}
      <span>{holdReason(hold.reason, { t, formats })}</span>
      <span className={styles.quiet}>
        {hold.placedBy} <Instant at={hold.placedAt} />
        {hold.releasedAt && (
          <>
            {' · '}
            {t('holds.releasedBy', {
              who: hold.releasedBy ?? '',
              reason: holdReason(hold.releaseReason ?? '', { t, formats }),
            })}
          </>
        )}
      </span>
      {mayRelease && hold.isInForce && !isReleasing && (
        <button type="button" className={styles.lineAct} onClick={() => setIsReleasing(true)}>
          {t('holds.release')}
        </button>
      )}
      {isReleasing && <Release code={code} hold={hold} close={() => setIsReleasing(false)} />}
    </div>
  );
}

function Release({ code, hold, close }: { code: string; hold: Hold; close: () => void }): ReactNode {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const release = useMutation({
    mutationFn: () => releaseHold(code, hold.id, reason),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['holds', code] });
      say({ text: t('holds.wasReleased') });
      close();
    },
  });
  return (
    <form
      className={styles.holdForm}
      onSubmit={(event) => {
        event.preventDefault();
        release.mutate();
      }}
    >
      {release.error && <ProblemNote error={release.error} />}
      <TextInput
        size="xs"
        aria-label={t('books.reason')}
        placeholder={t('holds.releaseReason')}
        required
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={release.isPending}>
        {t('holds.release')}
      </Button>
      <Button size="xs" variant="default" onClick={close}>
        {t('act.cancel')}
      </Button>
    </form>
  );
}
