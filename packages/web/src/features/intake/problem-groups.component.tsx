/** Equal problems as one line: how many, in which rows, of which days, and where they are put right. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ImportBatch } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useSentences } from '../../app/sentences/sentences.ts';
import { DateText } from '../../ui/date/date.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { useIsPhone } from '../../ui/grid/phone.ts';
import { Status } from '../../ui/status/status.component.tsx';
import styles from './reports.module.css';

type Group = ImportBatch['problemGroups'][number];

/** Fewer are read quicker in the list below, except on a phone, where a line of it is longer than the screen. */
const EQUAL_MIN = 3;
const EQUAL_MIN_ON_PHONE = 1;
const GROUPS_SHOWN_MAX = 8;

export function ProblemGroups({ code, batch }: { code: string; batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const least = useIsPhone() ? EQUAL_MIN_ON_PHONE : EQUAL_MIN;
  const groups = batch.problemGroups.filter(({ count }) => count >= least).slice(0, GROUPS_SHOWN_MAX);
  if (groups.length === 0) return null;
  return (
    <ul className={styles.groups} aria-label={t('importReport.equalProblems')}>
      {groups.map((group) => (
        <li key={`${group.code} ${group.field} ${group.currency} ${group.isNote}`}>
          <GroupLine code={code} importId={batch.id} group={group} />
        </li>
      ))}
    </ul>
  );
}

function GroupLine({ code, importId, group }: { code: string; importId: string; group: Group }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const sentences = useSentences();
  const { firstRow, lastRow, earliestOn, latestOn } = group;
  const rows = { first: formats.count(firstRow), last: formats.count(lastRow) };
  return (
    <>
      <span className={styles.count}>{formats.count(group.count)}×</span>
      <span className={styles.groupText}>
        <Status
          tone={group.isNote ? 'quiet' : 'alert'}
          word={sentences.fileProblem(group.code, group.message, group.parameters)}
        />
        <span className={styles.quiet}>
          {t('importReport.rowsFromTo', rows)}
          {earliestOn && latestOn && (
            <>
              {' · '}
              <DateText date={earliestOn} />
              {latestOn !== earliestOn && (
                <>
                  {' – '}
                  <DateText date={latestOn} />
                </>
              )}
            </>
          )}
        </span>
      </span>
      <span className={styles.ways}>
        <Link to="/c/$company/imports/$importId" params={{ company: code, importId }} search={onlyOfCode(group.code)}>
          {t('importReport.showThem')}
        </Link>
        {group.code === 'fx_rate_missing' && (
          <Link to="/c/$company/company/$part" params={{ company: code, part: 'rates' }} search={{}}>
            {t('importReport.toRates')}
          </Link>
        )}
      </span>
    </>
  );
}

/** The list below with this problem alone; the filter travels in the address as the grid writes it. */
function onlyOfCode(problem: string): { show: 'problems' } {
  const filter = { 'f-code': `*${problem}` };
  return { ...filter, show: 'problems' };
}
