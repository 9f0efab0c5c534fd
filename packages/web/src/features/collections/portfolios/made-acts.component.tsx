import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import type { GridLoad } from '../../../ui/grid/grid.types.ts';
import styles from './portfolios.module.css';

interface MadeActsProps {
  readonly load: GridLoad;
  /** Why one of them could not be taken back. */
  readonly problem: Error | null;
  /** In place of the table while there is nothing in it. */
  readonly none: string;
  /** The cells of the head. */
  readonly head: ReactNode;
  /** A line each, the latest first. */
  readonly lines: readonly ReactNode[];
}

/** What people did with portfolios and with each other's work, the latest first. */
export function MadeActs({ load, problem, none, head, lines }: MadeActsProps): ReactNode {
  const { t } = useTexts();
  const error = load.error ?? problem;
  if (load.isLoading) return null;
  return (
    <>
      {error && <ProblemNote error={error} />}
      {lines.length === 0 && <p>{none}</p>}
      {lines.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>{head}</tr>
          </thead>
          <tbody>{lines}</tbody>
        </table>
      )}
      {load.hasMore && (
        <Button size="xs" variant="default" loading={load.isBusy} onClick={load.loadMore}>
          {t('portfolios.earlier')}
        </Button>
      )}
    </>
  );
}
