/** Portfolios: who looks after how much, the rules, level portfolios, moves by hand, cover for absence. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ComponentType, type ReactNode, Suspense, useState } from 'react';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { TextAct } from '../../../ui/act/text-act.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { latePart } from '../../../ui/part/late-part.ts';
import { Status } from '../../../ui/status/status.component.tsx';
import { HandOverForm } from '../hand-over/hand-over-form.component.tsx';
import { WorkOfNobody } from '../hand-over/work-of-nobody.component.tsx';
import { CoverView } from './cover.component.tsx';
import { LevelView } from './level.component.tsx';
import { MovesView } from './moves.component.tsx';
import styles from './portfolios.module.css';
import { type PortfolioLoad, portfoliosQuery } from './portfolios.queries.ts';
import { RulesView } from './rules.component.tsx';

export interface PortfolioPart {
  readonly code: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

interface Part {
  readonly word: TextKey;
  readonly View: ComponentType<PortfolioPart>;
  readonly isForManagers?: boolean;
}

const HandOversView = latePart(async () => (await import('../hand-over/hand-overs.component.tsx')).HandOversView);

const PARTS: readonly Part[] = [
  { word: 'portfolios.loads', View: LoadsView },
  { word: 'portfolios.rules', View: RulesView },
  { word: 'portfolios.level', View: LevelView, isForManagers: true },
  { word: 'portfolios.moves', View: MovesView },
  { word: 'portfolios.cover', View: CoverView },
  { word: 'portfolios.handOvers', View: HandOversView },
];

export function PortfoliosView(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const manages = may(useCompany(), 'portfolios.manage');
  const plan = useQuery(portfoliosQuery(code));
  const [word, setWord] = useState<TextKey>('portfolios.loads');
  if (plan.error) return <ProblemNote error={plan.error} retry={() => void plan.refetch()} />;
  if (!plan.data) return null;
  const parts = PARTS.filter(({ isForManagers }) => manages || !isForManagers);
  const part = parts.find((one) => one.word === word);
  return (
    <div className={styles.area}>
      <nav className={styles.parts} aria-label={t('portfolios.title')}>
        {parts.map((one) => (
          <button key={one.word} type="button" aria-pressed={one.word === word} onClick={() => setWord(one.word)}>
            {t(one.word)}
          </button>
        ))}
      </nav>
      <div className={styles.fill}>
        <p className={styles.quiet}>{t('portfolios.intro')}</p>
        {part && (
          <Suspense fallback={null}>
            <part.View code={code} people={plan.data.people} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

/** What a manager has to know of an owner who is not there: who sees to the customers meanwhile, or that nobody does. */
function SeenBy({ row }: { row: PortfolioLoad }): ReactNode {
  const { t } = useTexts();
  if (row.mayAct && !row.isAway) return null;
  const why = t(row.mayAct ? 'portfolios.away' : 'portfolios.mayNotAct');
  if (row.seenBy === null) return <Status tone="alert" word={`${why}: ${t('portfolios.seenByNobody')}`} />;
  const word = `${why}: ${t('portfolios.seenBy', { name: row.seenBy.name })}`;
  return <Status tone={row.mayAct ? 'quiet' : 'care'} word={word} />;
}

function LoadsView({ code }: PortfolioPart): ReactNode {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(portfoliosQuery(code));
  const manages = may(useCompany(), 'portfolios.manage');
  const [leaver, setLeaver] = useState<{ id: string; name: string } | null>(null);
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!data) return null;
  return (
    <>
      <WorkOfNobody code={code} isHere />
      {leaver && <HandOverForm key={leaver.id} code={code} from={leaver} roles={[]} close={() => setLeaver(null)} />}
      {data.rows.length === 0 ? (
        <p>{t('portfolios.noLoads')}</p>
      ) : (
        <Loads rows={data.rows} handOver={manages ? setLeaver : null} />
      )}
    </>
  );
}

function Loads(props: {
  rows: readonly PortfolioLoad[];
  handOver: ((leaver: { id: string; name: string }) => void) | null;
}): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { rows, handOver } = props;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('portfolios.person')}</th>
          <th scope="col">{t('portfolios.customers')}</th>
          <th scope="col">{t('portfolios.withOpen')}</th>
          <th scope="col">{t('portfolios.contacts')}</th>
          <th scope="col">{t('customers.open')}</th>
          <th scope="col">{t('myDay.collectableHead')}</th>
          {handOver && <th aria-label={t('portfolios.handOver')} />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ownerId}>
            <th scope="row">
              {row.ownerName} <SeenBy row={row} />
            </th>
            <td>{formats.count(row.customers)}</td>
            <td>{formats.count(row.withOpen)}</td>
            <td>{formats.count(row.contacts)}</td>
            <td>{formats.money(row.open)}</td>
            <td>{formats.money(row.collectable)}</td>
            {handOver && (
              <td>
                {row.mayAct && (
                  <TextAct onClick={() => handOver({ id: row.ownerId, name: row.ownerName })}>
                    {t('portfolios.handOver')}
                  </TextAct>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
