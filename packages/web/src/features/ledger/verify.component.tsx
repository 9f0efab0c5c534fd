import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { Invariant } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { useCodeNames } from '../../app/sentences/code-names.ts';
import { useSentences } from '../../app/sentences/sentences.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Status } from '../../ui/status/status.component.tsx';
import { verifyQuery } from './ledger.queries.ts';

const NO_RESULTS: readonly Invariant[] = [];

/** Every invariant of the ledger, recomputed from its postings. */
export function VerifyView(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const verify = useQuery(verifyQuery(code));
  const columns = useInvariantColumns();
  const rows = verify.data ?? NO_RESULTS;
  const failed = rows.filter((row) => !row.ok).length;
  return (
    <Grid
      id="verify"
      label={t('books.verify')}
      columns={columns}
      rows={rows}
      rowId={(row) => row.invariant}
      load={gridLoadOf(verify)}
      empty={t('books.noResults')}
      isMain
      lead={
        <>
          {verify.data && (
            <Status
              tone={failed > 0 ? 'alert' : 'good'}
              word={failed > 0 ? t('books.someFail', { count: failed }) : t('books.allHold', { count: rows.length })}
            />
          )}
          <Button variant="default" loading={verify.isFetching} onClick={() => void verify.refetch()}>
            {t('books.verifyAgain')}
          </Button>
        </>
      }
    />
  );
}

function useInvariantColumns(): readonly GridColumn<Invariant>[] {
  const { t } = useTexts();
  const sentences = useSentences();
  const names = useCodeNames();
  return useMemo(
    (): readonly GridColumn<Invariant>[] => [
      {
        id: 'ok',
        kind: 'text',
        header: t('books.status'),
        width: 110,
        code: (row) => (row.ok ? 'holds' : 'fails'),
        value: (row) => (row.ok ? t('books.holds') : t('books.fails')),
        render: (row) => (
          <Status tone={row.ok ? 'good' : 'alert'} word={row.ok ? t('books.holds') : t('books.fails')} />
        ),
      },
      {
        id: 'invariant',
        kind: 'text',
        header: t('books.invariant'),
        width: 320,
        grow: true,
        value: (row) => names.invariant(row.invariant),
      },
      { id: 'checked', kind: 'count', header: t('books.checked'), width: 120, value: (row) => row.checked },
      {
        id: 'failures',
        kind: 'text',
        header: t('books.failures'),
        width: 360,
        value: (row) => row.failures.map(sentences.failure).join(' · ') || null,
      },
    ],
    [t, sentences, names],
  );
}
