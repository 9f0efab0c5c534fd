/** One line of the timeline; several of one act as one, which opens. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { TextAct } from '../../../ui/act/text-act.component.tsx';
import { LineField, LineForm } from '../../../ui/form/line-form.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats, useTimeZone } from '../../../ui/format/formats.context.ts';
import { dayIn } from '../../../ui/format/zone.ts';
import { Icon } from '../../../ui/icon/icon.component.tsx';
import { isZero } from '../../../ui/money/money-text.ts';
import type { Fold } from './fold-lines.ts';
import { GROUP_ICONS, toneOf } from './line-groups.ts';
import { linkOfLine } from './line-link.ts';
import { useLineWords } from './line-words.ts';
import { sumOf } from './sum-of-lines.ts';
import styles from './timeline.module.css';
import type { LineItem, TimelineLine } from './timeline.queries.ts';
import { useUndoing, useUndoOf } from './use-undo-line.ts';

export interface LinePlace {
  readonly code: string;
  readonly customerId: string;
  /** The customer's own clock, once it is known. */
  readonly theirZone: string | null;
}

/** `day` stands before the first line of a day. */
export function FoldedLine(props: { fold: Fold; place: LinePlace; day: string | null }): ReactNode {
  const { fold, place, day } = props;
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const [first, ...others] = fold.lines;
  const more = (
    <TextAct className={styles.more ?? ''} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
      {t(isOpen ? 'timeline.foldAgain' : 'timeline.unfold', { count: fold.lines.length })}
    </TextAct>
  );
  return (
    <>
      <Line
        line={others.length === 0 || isOpen ? first : asOne(fold)}
        place={place}
        day={day}
        more={others.length === 0 ? null : more}
      />
      {isOpen && others.map((line) => <Line key={line.id} line={line} place={place} day={null} more={null} isInner />)}
    </>
  );
}

/** The sum where all are of one currency; the items of all, each once. */
function asOne({ lines }: Fold): TimelineLine {
  const [first] = lines;
  const items = [...new Map(lines.flatMap((line) => line.items).map((item) => [item.id, item])).values()];
  return { ...first, amount: sumOf(lines), undone: null, items, itemCount: items.length, undo: null };
}

function Line(props: {
  line: TimelineLine;
  place: LinePlace;
  day: string | null;
  more: ReactNode;
  isInner?: boolean;
}): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const wordsOf = useLineWords();
  const { line, place, more } = props;
  const { head, facts, text } = wordsOf(line);
  const { takenBack, undone } = line;
  const link = linkOfLine(line, place);
  const shownHead = takenBack === null ? head : <s>{head}</s>;
  return (
    <li
      className={styles.line}
      data-inner={props.isInner || undefined}
      data-gone={takenBack !== null || undefined}
      tabIndex={-1}
    >
      <span className={styles.dayOf} aria-hidden="true">
        {props.day}
      </span>
      <When line={line} place={place} />
      <span className={styles.sign} data-tone={toneOf(line)}>
        <Icon name={GROUP_ICONS[line.groups[0] ?? 'note']} size={15} />
      </span>
      <div className={styles.body}>
        <p>
          {link === null ? (
            <b>{shownHead}</b>
          ) : (
            <Link {...link} className={styles.head} data-opens="">
              {shownHead}
            </Link>
          )}
          <Items line={line} code={place.code} />
          {facts.map((fact) => (
            <span key={fact} className={styles.fact}>
              {fact}
            </span>
          ))}
          <Effective line={line} />
          {takenBack !== null && (
            <span className={styles.fact} data-tone="care">
              {t(takenBack.by === '' ? 'timeline.gone' : 'timeline.goneBy', { who: takenBack.by })}
            </span>
          )}
          {takenBack === null && undone !== null && !isZero(undone) && (
            <span className={styles.fact} data-tone="care">
              {t('timeline.undoneSince', { money: formats.money(undone) })}
            </span>
          )}
          {more}
          <Undo line={line} code={place.code} />
        </p>
        {text !== '' && <Said text={text} isLedgers={line.groups.some((group) => LEDGER_GROUPS.includes(group))} />}
      </div>
      <span className={styles.amount}>{line.amount !== null && formats.money(line.amount)}</span>
      <span className={styles.who}>{line.by}</span>
    </li>
  );
}

/** By the company's clock; on hover to the second, and what time it was where the customer is. */
function When({ line, place }: { line: TimelineLine; place: LinePlace }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const zone = useTimeZone();
  const { at } = line;
  const exact = formats.exactInstant(at, zone);
  const { theirZone } = place;
  const theirs =
    theirZone === null || theirZone === zone
      ? ''
      : `\n${t('timeline.theirTime', { when: formats.instant(at, theirZone), zone: theirZone })}`;
  return (
    <time className={styles.time} dateTime={at} title={`${exact}${theirs}`}>
      {formats.clock(at, zone)}
    </time>
  );
}

const LEDGER_GROUPS: readonly string[] = ['receipt', 'document', 'account'];

/** Money counts from the day it is effective, which may be another than that on which it was written down. */
function Effective({ line }: { line: TimelineLine }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const zone = useTimeZone();
  const { day, groups, at } = line;
  if (day === null || !groups.some((group) => LEDGER_GROUPS.includes(group)) || day === dayIn(at, zone)) return null;
  return <span className={styles.fact}>{t('timeline.effective', { day: formats.date(day) })}</span>;
}

const ITEMS_SHOWN = 3;

/** "R-1 → F-1, F-2, F-3 and 27 more": of a receipt and of an application what was paid stands behind the arrow. */
function Items({ line, code }: { line: TimelineLine; code: string }): ReactNode {
  const { t } = useTexts();
  const { items, itemCount, groups, what } = line;
  if (items.length === 0 || (groups.includes('dunning') && itemCount > ITEMS_SHOWN)) return null;
  const pays = groups.includes('receipt') || what === 'application';
  const isLed = pays && itemCount > 1;
  const led = isLed ? items.slice(0, 1) : [];
  const rest = isLed ? items.slice(1, 1 + ITEMS_SHOWN) : items.slice(0, ITEMS_SHOWN);
  const hidden = itemCount - led.length - rest.length;
  return (
    <span className={styles.items}>
      {led.map((item) => (
        <ItemLink key={item.id} item={item} code={code} />
      ))}
      {isLed && <span title={t('timeline.paid')}> → </span>}
      {rest.map((item, index) => (
        <span key={item.id}>
          {index > 0 && ', '}
          <ItemLink item={item} code={code} />
        </span>
      ))}
      {hidden > 0 && ` ${t('timeline.moreItems', { count: hidden })}`}
    </span>
  );
}

function ItemLink({ item, code }: { item: LineItem; code: string }): ReactNode {
  return (
    <Link to="/c/$company/items/$itemId" params={{ company: code, itemId: item.id }} search={{}}>
      {item.number}
    </Link>
  );
}

const LONG_CHARS = 220; // more than two lines on a laptop
const LEDGER_CHARS = 110; // one

/** Why the ledger was posted to is seldom read: one line of it, and the whole when it is asked for. */
function Said({ text, isLedgers }: { text: string; isLedgers: boolean }): ReactNode {
  const { t } = useTexts();
  const [isWhole, setIsWhole] = useState(false);
  const isLong = isLedgers ? text.length > LEDGER_CHARS : text.length > LONG_CHARS || text.split('\n').length > 2;
  return (
    <p className={styles.said} data-ledger={isLedgers || undefined} data-cut={(isLong && !isWhole) || undefined}>
      <span>{text}</span>
      {isLong && (
        <TextAct aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {t(isWhole ? 'timeline.less' : 'timeline.whole')}
        </TextAct>
      )}
    </p>
  );
}

function Undo({ line, code }: { line: TimelineLine; code: string }): ReactNode {
  const { t } = useTexts();
  const undo = useUndoOf()(line);
  const [reason, setReason] = useState<string | null>(null);
  const undoing = useUndoing(code, () => setReason(null));
  if (undo === null || line.undo === null) return null;
  const of = line.undo;
  if (reason === null) {
    return (
      <>
        <TextAct
          className={styles.undo}
          disabled={undoing.isPending}
          onClick={() => (undo.needsReason ? setReason('') : undoing.mutate({ undo: of, reason: '' }))}
        >
          {undo.word}
        </TextAct>
        {undoing.error && <ProblemNote error={undoing.error} />}
      </>
    );
  }
  return (
    <LineForm className={styles.why} submit={() => undoing.mutate({ undo: of, reason })}>
      <LineField autoFocus required label={t('timeline.reason')} value={reason} change={setReason} />
      <Button size="xs" type="submit" loading={undoing.isPending} disabled={reason.trim() === ''}>
        {undo.word}
      </Button>
      <Button size="xs" variant="default" onClick={() => setReason(null)}>
        {t('act.cancel')}
      </Button>
      {undoing.error && <ProblemNote error={undoing.error} />}
    </LineForm>
  );
}
