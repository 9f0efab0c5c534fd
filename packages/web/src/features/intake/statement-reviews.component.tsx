/** A bank's statements before their money is posted: balances, footing, and the place in the account's chain. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { ImportBatch } from '../../app/api.types.ts';
import { type TextKey, type Translate, useTexts } from '../../app/i18n.ts';
import { useAddressView } from '../../app/search.ts';
import { DateText } from '../../ui/date/date.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import type { Formats } from '../../ui/format/formats.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn, GridLoad } from '../../ui/grid/grid.types.ts';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import { isZero } from '../../ui/money/money-text.ts';
import { Status, type Tone } from '../../ui/status/status.component.tsx';
import styles from './reports.module.css';

export type StatementReview = ImportBatch['statements'][number];
type Chain = NonNullable<StatementReview['chain']>;

/** A file of more statements has them as a list of its own. */
const SHOWN_IN_HEAD_MAX = 2;

const FOOTING_WORDS: Readonly<Record<StatementReview['footing'], { word: TextKey; tone: Tone }>> = {
  ok: { word: 'importReport.foots', tone: 'good' },
  off: { word: 'importReport.doesNotFoot', tone: 'alert' },
  unknown: { word: 'importReport.footingUnknown', tone: 'quiet' },
};

const PLACE_WORDS: Readonly<Record<Chain['place'], { word: TextKey; tone: Tone }>> = {
  first: { word: 'importReport.chainFirst', tone: 'quiet' },
  continues: { word: 'importReport.chainContinues', tone: 'good' },
  again: { word: 'importReport.chainAgain', tone: 'care' },
  gap: { word: 'importReport.chainGap', tone: 'alert' },
  unknown: { word: 'importReport.chainUnknown', tone: 'quiet' },
};

const FAULT_WORDS: Readonly<Record<StatementReview['suspects'][number]['fault'], TextKey>> = {
  superfluous: 'importReport.superfluous',
  wrong_sign: 'importReport.wrongSign',
  twin_missing: 'importReport.twinMissing',
};

/** Whether something about it has to be looked at before it is posted. */
export function isDoubtful({ footing, chain }: StatementReview): boolean {
  return footing === 'off' || chain?.place === 'gap' || chain?.place === 'again';
}

/** The few statements of a usual file, in the head of its page. */
export function StatementsInHead({ code, batch }: { code: string; batch: ImportBatch }): ReactNode {
  const shown = batch.statements.filter(({ opening, closing }) => opening !== null || closing !== null);
  if (shown.length === 0 || batch.statements.length > SHOWN_IN_HEAD_MAX) return null;
  return shown.map((statement) => (
    <StatementLine key={`${statement.account} ${statement.number}`} code={code} statement={statement} />
  ));
}

function StatementLine({ code, statement }: { code: string; statement: StatementReview }): ReactNode {
  const { t } = useTexts();
  const { opening, closing, moved, footing, suspects } = statement;
  const formats = useFormats();
  return (
    <div className={styles.statement}>
      <dl className={styles.balances}>
        {opening && <Balance word={t('importReport.opening')} value={opening} />}
        {moved && <Balance word={t('importReport.moved', { count: statement.lineCount })} value={moved} />}
        {closing && <Balance word={t('importReport.closing')} value={closing} />}
      </dl>
      <p className={styles.verdicts}>
        <Status tone={FOOTING_WORDS[footing].tone} word={footingText(statement, t, formats)} />
        {statement.chain && <ChainVerdict code={code} chain={statement.chain} />}
      </p>
      {suspects.length > 0 && (
        <ul className={styles.suspects}>
          {suspects.map((suspect) => (
            <li key={suspect.row}>{suspectText(suspect, t, formats)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Balance({
  word,
  value,
}: {
  word: string;
  value: NonNullable<StatementReview['opening'] | StatementReview['moved']>;
}): ReactNode {
  const on = 'on' in value ? value.on : null;
  return (
    <div>
      <dt>
        {word} {on && <DateText date={on} />}
      </dt>
      <dd>
        <MoneyInWords value={value} />
      </dd>
    </div>
  );
}

function ChainVerdict({ code, chain }: { code: string; chain: Chain }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  return (
    <span>
      <Status tone={PLACE_WORDS[chain.place].tone} word={chainText(chain, t, formats)} />{' '}
      {chain.previousImportId && (
        <Link
          to="/c/$company/imports/$importId"
          params={{ company: code, importId: chain.previousImportId }}
          search={{}}
        >
          {t('importReport.statementBefore')}
        </Link>
      )}
    </span>
  );
}

function footingText({ footing, difference }: StatementReview, t: Translate, formats: Formats): string {
  const word = t(FOOTING_WORDS[footing].word);
  if (footing === 'ok' || !difference || isZero(difference)) return word;
  return t('importReport.differsBy', { word, amount: formats.money(difference) });
}

function chainText({ place, previousClosing, difference }: Chain, t: Translate, formats: Formats): string {
  const on = previousClosing?.on ? formats.date(previousClosing.on) : '';
  if (place === 'gap' && difference) {
    return t('importReport.gapOf', { amount: formats.money(difference), on });
  }
  if (on !== '' && (place === 'continues' || place === 'again')) {
    return t(place === 'continues' ? 'importReport.continuesOf' : 'importReport.againOf', { on });
  }
  return t(PLACE_WORDS[place].word);
}

function suspectText(
  { row, amount, label, fault }: StatementReview['suspects'][number],
  t: Translate,
  formats: Formats,
): string {
  const words = { row: formats.count(row), amount: formats.money(amount), label };
  return `${t('importReport.lookAtLine', words)} ${t(FAULT_WORDS[fault])}`;
}

const LOADED: GridLoad = { isLoading: false, isBusy: false, error: null, retry: () => {} };

/** All statements of a file of many. */
export function StatementReviews({ batch }: { batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const columns = useReviewColumns();
  const { view, onView } = useAddressView();
  return (
    <Grid
      id="statement-reviews"
      label={t('importReport.statements')}
      columns={columns}
      rows={batch.statements}
      rowId={(row) => `${row.account} ${row.number} ${row.opening?.on} ${row.closing?.on} ${row.closing?.amount}`}
      load={LOADED}
      empty={t('importReport.noStatements')}
      view={view}
      onView={onView}
      isMain
    />
  );
}

function useReviewColumns(): readonly GridColumn<StatementReview>[] {
  const { t } = useTexts();
  const formats = useFormats();
  return useMemo(
    (): readonly GridColumn<StatementReview>[] => [
      { id: 'number', kind: 'text', header: t('field.number'), width: 110, phoneWidth: 72, value: (row) => row.number },
      { id: 'account', kind: 'text', header: t('arrival.account'), width: 190, value: (row) => row.account },
      {
        id: 'footing',
        kind: 'text',
        header: t('importReport.footing'),
        width: 210,
        phoneWidth: 150,
        code: (row) => row.footing,
        value: (row) => footingText(row, t, formats),
        render: (row) => <Status tone={FOOTING_WORDS[row.footing].tone} word={footingText(row, t, formats)} />,
      },
      {
        id: 'chain',
        kind: 'text',
        header: t('importReport.chain'),
        width: 260,
        phoneWidth: 168,
        grow: true,
        code: (row) => row.chain?.place ?? null,
        value: (row) => row.chain && chainText(row.chain, t, formats),
        render: (row) =>
          row.chain && <Status tone={PLACE_WORDS[row.chain.place].tone} word={chainText(row.chain, t, formats)} />,
      },
      { id: 'opening', kind: 'money', header: t('importReport.opening'), width: 120, value: (row) => row.opening },
      { id: 'moved', kind: 'money', header: t('importReport.movedShort'), width: 120, value: (row) => row.moved },
      { id: 'closing', kind: 'money', header: t('importReport.closing'), width: 120, value: (row) => row.closing },
      {
        id: 'closingOn',
        kind: 'date',
        header: t('importReport.closingOn'),
        width: 110,
        value: (row) => row.closing?.on ?? null,
      },
      { id: 'lines', kind: 'count', header: t('importReport.lines'), width: 80, value: (row) => row.lineCount },
      {
        id: 'suspects',
        kind: 'text',
        header: t('importReport.suspects'),
        width: 360,
        value: (row) => row.suspects.map((suspect) => suspectText(suspect, t, formats)).join(' · ') || null,
      },
    ],
    [t, formats],
  );
}
