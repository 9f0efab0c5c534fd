/** The morning on one page: what came in, what was said and promised, what today is about, who did well, what stands in the way. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { withoutBlanks } from '../../../app/search.ts';
import { TextAct } from '../../../ui/act/text-act.component.tsx';
import { DateText } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { useKeys } from '../../../ui/keys/keys.ts';
import { Amount } from '../../../ui/money/money.component.tsx';
import { Split } from '../../../ui/split/split.component.tsx';
import { Blockers } from './blockers.component.tsx';
import { FigureList } from './figure-list.component.tsx';
import { FigurePanel } from './figure-panel.component.tsx';
import styles from './huddle.module.css';
import { type Huddle, huddleQuery } from './huddle.queries.ts';
import { type FigureName, SINCE_FIGURES, TODAY_FIGURES } from './huddle-figures.ts';
import { PeopleAtWork } from './people-at-work.component.tsx';
import { PortfolioChoice } from './portfolio-choice.component.tsx';

export function HuddlePage(): ReactNode {
  const { company: code } = useParams({ from: '/c/$company/huddle' });
  const { owner, figure, screen } = useSearch({ from: '/c/$company/huddle' });
  const navigate = useNavigate({ from: '/c/$company/huddle' });
  const huddle = useQuery(huddleQuery(code, owner));
  const show = (next: FigureName | undefined): void =>
    void navigate({ search: (now) => withoutBlanks({ ...now, figure: next }), replace: figure !== undefined });
  if (huddle.error) return <ProblemNote error={huddle.error} retry={() => void huddle.refetch()} />;
  if (!huddle.data) return null;
  const page = <Morning code={code} huddle={huddle.data} owner={owner} isWall={screen !== undefined} open={show} />;
  if (screen !== undefined) return page;
  const panel = figure && (
    <FigurePanel key={figure} code={code} figure={figure} owner={owner} span={{}} close={() => show(undefined)} />
  );
  return <Split id="huddle" startPercent={58} left={page} right={panel ?? null} />;
}

interface MorningProps {
  readonly code: string;
  readonly huddle: Huddle;
  readonly owner: string | undefined;
  readonly isWall: boolean;
  readonly open: (name: FigureName) => void;
}

function Morning({ code, huddle, owner, isWall, open }: MorningProps): ReactNode {
  const { t } = useTexts();
  return (
    <div className={isWall ? styles.wall : styles.sheet}>
      <Head code={code} huddle={huddle} owner={owner} isWall={isWall} />
      <div className={styles.columns}>
        <section className={styles.section}>
          <h3>{t('huddle.since')}</h3>
          <FigureList names={SINCE_FIGURES} figures={huddle.figures} open={isWall ? null : open} />
        </section>
        <section className={styles.section}>
          <h3>{t('huddle.today')}</h3>
          <FigureList names={TODAY_FIGURES} figures={huddle.figures} open={isWall ? null : open} />
          <h3>{t('huddle.top')}</h3>
          <Top code={code} top={huddle.top} isWall={isWall} />
        </section>
        <PeopleAtWork code={code} huddle={huddle} isWall={isWall} />
        <Blockers code={code} isWall={isWall} />
      </div>
    </div>
  );
}

function Head({ code, huddle, owner, isWall }: Omit<MorningProps, 'open'>): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const navigate = useNavigate({ from: '/c/$company/huddle' });
  const turn = (screen: 'on' | undefined): void =>
    void navigate({ search: (now) => withoutBlanks({ ...now, screen, figure: undefined }) });
  useKeys(isWall ? [{ key: 'Escape', label: t('huddle.leaveScreen'), act: () => turn(undefined) }] : []);
  const days = huddle.from === huddle.until ? [huddle.from] : [huddle.from, huddle.until];
  return (
    <header className={styles.head}>
      <h2>
        {t('huddle.title')}, {formats.weekday(huddle.today)}
      </h2>
      <span className={styles.quiet}>{days.map(formats.weekday).join(' – ')}</span>
      {isWall ? (
        <TextAct className={styles.end ?? ''} onClick={() => turn(undefined)}>
          {t('huddle.leaveScreen')}
        </TextAct>
      ) : (
        <span className={`${styles.row} ${styles.end} ${styles.noPrint}`}>
          <PortfolioChoice
            owners={huddle.owners}
            owner={owner}
            choose={(next) => void navigate({ search: (now) => withoutBlanks({ ...now, owner: next }) })}
          />
          <Link to="/c/$company/review" params={{ company: code }} search={withoutBlanks({ owner })}>
            {t('huddle.review')}
          </Link>
          <Button size="compact-xs" variant="default" onClick={() => turn('on')}>
            {t('huddle.screen')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => window.print()}>
            {t('huddle.print')}
          </Button>
        </span>
      )}
    </header>
  );
}

function Top({ code, top, isWall }: { code: string; top: Huddle['top']; isWall: boolean }): ReactNode {
  const { t } = useTexts();
  if (top.length === 0) return <p className={styles.quiet}>{t('huddle.noTop')}</p>;
  const [first] = top;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('huddle.customer')}</th>
          <th scope="col">
            {t('huddle.collectable')} {first?.collectable.currency}
          </th>
          <th scope="col">{t('huddle.oldest')}</th>
          <th scope="col">{t('huddle.score')}</th>
        </tr>
      </thead>
      <tbody>
        {top.map((one) => (
          <tr key={one.customerId}>
            <th scope="row">
              {isWall ? (
                one.name
              ) : (
                <Link
                  to="/c/$company/customers/$customerId"
                  params={{ company: code, customerId: one.customerId }}
                  search={{}}
                >
                  {one.name}
                </Link>
              )}
            </th>
            <td>
              <Amount value={one.collectable} />
            </td>
            <td>{one.oldestDueOn && <DateText date={one.oldestDueOn} />}</td>
            <td>{one.score}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
