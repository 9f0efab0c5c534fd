/** What stands behind a figure of a simulation: weeks and kinds, customers that only one of the two reaches, the top of the list. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { useDunningWords } from '../dunning/dunning-words.ts';
import styles from './simulation.module.css';
import { type Simulation, type SimulationDetail, simulationQuery } from './strategies.queries.ts';
import { useStrategyTexts } from './strategy-texts.ts';

export type Behind = 'weeks' | 'onlyDraft' | 'onlyDone' | 'ranks';

export function SimulationDetails(props: { code: string; simulation: Simulation; behind: Behind }): ReactNode {
  const { code, simulation, behind } = props;
  const found = useQuery(simulationQuery(code, simulation));
  if (found.error) return <ProblemNote error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return null;
  const { onlyDraft, onlyDone, onlyDraftTop, onlyDoneTop } = found.data;
  if (behind === 'weeks') return <Weeks detail={found.data} />;
  if (behind === 'ranks') return <Ranks code={code} detail={found.data} />;
  const isDraft = behind === 'onlyDraft';
  return <Reached code={code} rows={isDraft ? onlyDraftTop : onlyDoneTop} all={isDraft ? onlyDraft : onlyDone} />;
}

type Week = SimulationDetail['weeks'][number];

/** One column for each kind, in each the version's count before what was. */
function Weeks({ detail }: { detail: SimulationDetail }): ReactNode {
  const { own } = useStrategyTexts();
  const formats = useFormats();
  const { what } = useDunningWords();
  const kinds = [...new Set(detail.weeks.map((line) => line.what))].sort(
    (left, right) => placeOf(left) - placeOf(right),
  );
  const mondays = [...new Set(detail.weeks.map(({ weekOn }) => weekOn))].sort();
  const countOf = (side: 'draft' | 'done', matches: (line: Week) => boolean): number =>
    detail.weeks.filter(matches).reduce((sum, line) => sum + line[side].count, 0);
  const pair = (matches: (line: Week) => boolean): ReactNode => {
    const [draft, done] = [countOf('draft', matches), countOf('done', matches)];
    return (
      <>
        <td className={styles.count} data-differs={draft !== done || undefined}>
          {draft === 0 && done === 0 ? '' : formats.count(draft)}
        </td>
        <td className={styles.was}>{draft === 0 && done === 0 ? '' : formats.count(done)}</td>
      </>
    );
  };
  return (
    <div className={styles.wide}>
      <table className={styles.table}>
        <caption>{own('simulation.weeks')}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {own('simulation.week')}
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="colgroup" colSpan={2} className={styles.kind}>
                {what(kind)}
              </th>
            ))}
          </tr>
          <tr className={styles.quiet}>
            {kinds.map((kind) => (
              <Fragment key={kind}>
                <th scope="col">{own('simulation.byDraft')}</th>
                <th scope="col">{own('simulation.asItWas')}</th>
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {mondays.map((monday) => (
            <tr key={monday}>
              <th scope="row">{formats.date(monday)}</th>
              {kinds.map((kind) => (
                <Fragment key={kind}>{pair((line) => line.weekOn === monday && line.what === kind)}</Fragment>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{own('simulation.all')}</th>
            {kinds.map((kind) => (
              <Fragment key={kind}>{pair((line) => line.what === kind)}</Fragment>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** As a ladder has them, the mildest first. */
const ORDER = [
  ...['pre_due', 'statement', 'notice_1', 'notice_2', 'notice_3', 'notice_4', 'notice'],
  ...['call', 'escalation', 'hold_proposal', 'legal'],
];

function placeOf(kind: string): number {
  return ORDER.indexOf(kind);
}

type ReachedCustomer = SimulationDetail['onlyDraftTop'][number];

function Reached(props: { code: string; rows: readonly ReachedCustomer[]; all: number }): ReactNode {
  const { own } = useStrategyTexts();
  const formats = useFormats();
  const { code, rows, all } = props;
  return (
    <div className={styles.wide}>
      <table className={styles.table}>
        <caption>{own('simulation.topShown', { count: formats.count(rows.length), all: formats.count(all) })}</caption>
        <thead>
          <tr>
            <th scope="col">{own('simulation.customer')}</th>
            <th scope="col" className={styles.count}>
              {own('simulation.letters')}
            </th>
            <th scope="col" className={styles.count}>
              {own('simulation.items')}
            </th>
            <th scope="col" className={styles.count}>
              {own('simulation.asked')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.customerId}>
              <th scope="row">
                <CustomerLink code={code} customerId={row.customerId} name={row.name} />
              </th>
              <td className={styles.count}>{formats.count(row.count)}</td>
              <td className={styles.count}>{formats.count(row.items)}</td>
              <td className={styles.count}>{formats.money(row.asked)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Ranks({ code, detail }: { code: string; detail: SimulationDetail }): ReactNode {
  const { own } = useStrategyTexts();
  const formats = useFormats();
  const last = detail.overlaps.at(-1);
  if (last === undefined || detail.ranks.length === 0)
    return <p className={styles.quiet}>{own('simulation.nobody')}</p>;
  return (
    <div className={styles.wide}>
      <table className={styles.table}>
        <caption>{own('simulation.rankOn', { date: formats.date(last.on) })}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.count}>
              {own('simulation.rank')}
            </th>
            <th scope="col" className={styles.count}>
              {own('simulation.before')}
            </th>
            <th scope="col">{own('simulation.customer')}</th>
            <th scope="col" className={styles.count}>
              {own('simulation.score')}
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.ranks.map((row) => (
            <tr key={row.customerId}>
              <td className={styles.count}>{row.rank}</td>
              <td className={styles.was}>{row.rankBefore ?? own('simulation.notBefore')}</td>
              <th scope="row">
                <CustomerLink code={code} customerId={row.customerId} name={row.name} />
              </th>
              <td className={styles.count}>{row.score}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>
        {own('simulation.overlaps', {
          list: detail.overlaps.map(({ on, common, of }) => `${formats.date(on)} ${common}/${of}`).join(' · '),
        })}
      </p>
    </div>
  );
}

function CustomerLink({ code, customerId, name }: { code: string; customerId: string; name: string }): ReactNode {
  return (
    <Link to="/c/$company/customers/$customerId" params={{ company: code, customerId }} search={{}}>
      {name}
    </Link>
  );
}
