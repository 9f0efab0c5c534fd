/** What came in: every file with what became of it. A file is dropped anywhere on the page, or picked here. */
import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { ImportBatch } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { useTakeFiles } from '../../app/take-files.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Status } from '../../ui/status/status.component.tsx';
import { KIND_WORDS, statusOf } from './import-words.ts';
import { ImportsTabs } from './imports-tabs.component.tsx';
import styles from './intake.module.css';
import { useImports } from './intake.queries.ts';

export function ImportsPage(): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const navigate = useNavigate();
  const imports = useImports(code);
  const columns = useImportColumns(code);
  const { view, onView } = useAddressView();
  return (
    <div className={styles.page}>
      <ImportsTabs code={code} current="imports" />
      <div className={styles.fill}>
        <Grid
          id="imports"
          label={t('imports.title')}
          columns={columns}
          rows={imports.rows}
          rowId={(row) => row.id}
          load={imports.load}
          empty={t('imports.empty')}
          view={view}
          onView={onView}
          onOpen={(row) =>
            navigate({ to: '/c/$company/imports/$importId', params: { company: code, importId: row.id } })
          }
          isMain
          lead={may(company, 'imports.write') ? <PickFiles code={code} /> : null}
        />
      </div>
    </div>
  );
}

function PickFiles({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const takeFiles = useTakeFiles(code);
  const field = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const take = async (files: readonly File[]): Promise<void> => {
    setIsBusy(true);
    await takeFiles(files);
    setIsBusy(false);
  };
  return (
    <>
      <Button loading={isBusy} onClick={() => field.current?.click()}>
        {t('imports.pick')}
      </Button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={t('imports.pick')}
        onChange={(event) => {
          void take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <span className={styles.quiet}>{t('imports.dropHint')}</span>
    </>
  );
}

function useImportColumns(code: string): readonly GridColumn<ImportBatch>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<ImportBatch>[] => [
      {
        id: 'file',
        kind: 'text',
        header: t('imports.file'),
        width: 240,
        phoneWidth: 130,
        grow: true,
        value: (row) => row.fileName,
        href: (row) => `/c/${code}/imports/${row.id}`,
      },
      {
        id: 'kind',
        kind: 'text',
        header: t('imports.kind'),
        width: 130,
        value: (row) => t(KIND_WORDS[row.kind]),
        code: (row) => row.kind,
      },
      {
        id: 'status',
        kind: 'text',
        header: t('imports.status'),
        width: 150,
        phoneWidth: 118,
        value: (row) => t(statusOf(row).word),
        code: (row) => row.status,
        render: (row) => <Status tone={statusOf(row).tone} word={t(statusOf(row).word)} />,
      },
      { id: 'added', kind: 'count', header: t('imports.added'), width: 96, phoneWidth: 58, value: (row) => row.added },
      { id: 'changed', kind: 'count', header: t('imports.changed'), width: 96, value: (row) => row.changed },
      { id: 'unchanged', kind: 'count', header: t('imports.unchanged'), width: 110, value: (row) => row.unchanged },
      {
        id: 'refused',
        kind: 'count',
        header: t('imports.refused'),
        width: 96,
        phoneWidth: 84,
        value: (row) => row.refused,
      },
      { id: 'by', kind: 'text', header: t('imports.by'), width: 140, value: (row) => row.uploadedBy },
      { id: 'at', kind: 'instant', header: t('imports.at'), width: 150, value: (row) => row.uploadedAt },
    ],
    [t, code],
  );
}
