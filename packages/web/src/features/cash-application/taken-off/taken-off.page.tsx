/** What customers took off their payments: open claims, what was posted, certificates to come; each leads to its receipt. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useAddressView, withoutBlanks } from '../../../app/search.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import { sumByCurrency, toMoneyText } from '../../../ui/money/money-text.ts';
import { queueCountsQuery } from '../cash.queries.ts';
import { CashTabs } from '../cash-tabs.component.tsx';
import { DEDUCTION_WORDS } from '../reason-words.ts';
import styles from './taken-off.module.css';
import { type Deduction, type DeductionState, type DeductionTotals, useDeductions } from './taken-off.queries.ts';
import { STATE_WORDS, useDeductionColumns } from './taken-off-columns.component.tsx';

export function TakenOffPage(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company/cash/deductions' });
  const { state, reason: reasonText, certificate } = useSearch({ from: '/c/$company/cash/deductions' });
  const navigate = useNavigate({ from: '/c/$company/cash/deductions' });
  const change = (to: object) => void navigate({ search: (now) => withoutBlanks({ ...now, ...to }), replace: true });
  const { view, onView } = useAddressView();
  const reason = REASONS.find((one) => one === reasonText);
  const isCertificateExpected = certificate === 'expected';
  const deductions = useDeductions(code, { state, reason, isCertificateExpected });
  const columns = useDeductionColumns(code);
  const counts = useQuery(queueCountsQuery(code)).data;
  const totals = deductions.first?.totals ?? [];
  return (
    <div className={styles.page}>
      <CashTabs code={code} current="deductions" counts={counts} />
      <fieldset className={styles.chips} aria-label={t('takenOff.title')}>
        {STATES.map((one) => (
          <Chip
            key={one}
            word={t(STATE_WORDS[one])}
            totals={totals.filter((total) => total.state === one)}
            isOn={state === one}
            turn={(isOn) => change({ state: isOn ? one : undefined })}
          />
        ))}
        <Chip
          word={t('takenOff.certificateToCome')}
          isOn={isCertificateExpected}
          turn={(isOn) => change({ certificate: isOn ? 'expected' : undefined })}
        />
        {reasonsOf(totals).map((one) => (
          <Chip
            key={one}
            word={t(DEDUCTION_WORDS[one])}
            totals={totals.filter((total) => total.reason === one && (state === undefined || total.state === state))}
            isOn={reason === one}
            turn={(isOn) => change({ reason: isOn ? one : undefined })}
          />
        ))}
      </fieldset>
      <div className={styles.fill}>
        <Grid
          id="deductions"
          label={t('takenOff.title')}
          columns={columns}
          rows={deductions.rows}
          rowId={(row) => row.id}
          load={deductions.load}
          empty={t('takenOff.empty')}
          view={view}
          onView={onView}
          onOpen={(row) =>
            void navigate({
              to: '/c/$company/cash/$queue',
              params: { company: code, queue: 'posted' },
              search: { receipt: row.receiptId },
            })
          }
          isMain
        />
      </div>
    </div>
  );
}

const REASONS = Object.keys(DEDUCTION_WORDS) as Deduction['reason'][]; // a Record of exactly these keys
const STATES: readonly DeductionState[] = ['open', 'posted', 'withdrawn'];

function reasonsOf(totals: DeductionTotals): Deduction['reason'][] {
  return [...new Set(totals.map(({ reason }) => reason))];
}

function Chip(props: {
  word: string;
  totals?: DeductionTotals;
  isOn: boolean;
  turn: (isOn: boolean) => void;
}): ReactNode {
  const formats = useFormats();
  const { totals = [] } = props;
  const amounts = sumByCurrency(totals.map(({ amount }) => amount)).map((sum) => formats.money(toMoneyText(sum)));
  const count = totals.reduce((all, one) => all + one.count, 0);
  return (
    <button
      type="button"
      aria-pressed={props.isOn}
      onClick={() => props.turn(!props.isOn)}
      title={amounts.length > 0 ? amounts.join(' · ') : undefined}
    >
      {props.word} {count > 0 && <span>{formats.count(count)}</span>}
    </button>
  );
}
