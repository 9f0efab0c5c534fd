/** How files of known sources are read: this import's kept under a name, and all that were kept before. */
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, dataOf, doneOf } from '../../app/api.ts';
import type { ImportBatch, SavedMapping } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { Instant } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { KIND_WORDS } from './import-words.ts';
import styles from './intake.module.css';
import { importQuery } from './intake.queries.ts';

const NAME_CHARS_MAX = 80;

export function SavedMappings(props: { code: string; batch: ImportBatch; mayChange: boolean }): ReactNode {
  const { t } = useTexts();
  const { code, batch, mayChange } = props;
  const saved = useQuery({
    queryKey: ['import-mappings', code],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/import-mappings', { params: { path: { company: code } }, signal })),
  });
  const mappings = saved.data?.mappings ?? [];
  return (
    <section className={styles.saved}>
      {batch.sourceName && <p className={styles.quiet}>{t('intake.sourceUsed', { name: batch.sourceName })}</p>}
      {mayChange && <KeepSource code={code} batch={batch} />}
      <details>
        <summary>
          {t('intake.sources')} ({mappings.length})
        </summary>
        {saved.error && <ProblemNote error={saved.error} retry={() => void saved.refetch()} />}
        {saved.data && mappings.length === 0 && <p className={styles.quiet}>{t('intake.noSources')}</p>}
        {mappings.length > 0 && <SourceTable code={code} mappings={mappings} mayChange={mayChange} />}
      </details>
    </section>
  );
}

function KeepSource({ code, batch }: { code: string; batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [name, setName] = useState(batch.sourceName ?? '');
  const keep = useMutation({
    mutationFn: () => {
      const params = { path: { company: code, id: batch.id } };
      return dataOf(api.PUT('/api/v1/companies/{company}/imports/{id}/source', { params, body: { name } }));
    },
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['import-mappings', code] }),
        queryClient.invalidateQueries({ queryKey: importQuery(code, batch.id).queryKey }),
      ]),
  });
  return (
    <div className={styles.notations}>
      <label>
        {t('intake.source')}
        <input
          value={name}
          maxLength={NAME_CHARS_MAX}
          placeholder={t('intake.sourceHint')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <Button
        variant="default"
        size="compact-sm"
        disabled={name.trim() === ''}
        loading={keep.isPending}
        onClick={() => keep.mutate()}
      >
        {t('intake.keepSource')}
      </Button>
      {keep.error && <ProblemNote error={keep.error} />}
    </div>
  );
}

function SourceTable(props: { code: string; mappings: readonly SavedMapping[]; mayChange: boolean }): ReactNode {
  const { t } = useTexts();
  return (
    <table className={styles.fields}>
      <thead>
        <tr>
          <th scope="col">{t('intake.source')}</th>
          <th scope="col">{t('imports.kind')}</th>
          <th scope="col">{t('intake.columnCount')}</th>
          <th scope="col">{t('intake.lastFile')}</th>
          <th scope="col">{t('intake.keptBy')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {props.mappings.map((saved) => (
          <SourceLine key={saved.id} code={props.code} saved={saved} mayChange={props.mayChange} />
        ))}
      </tbody>
    </table>
  );
}

function SourceLine({ code, saved, mayChange }: { code: string; saved: SavedMapping; mayChange: boolean }): ReactNode {
  const { t } = useTexts();
  const [name, setName] = useState<string | null>(null);
  const act = useSourceActs(code, saved.id, () => setName(null));
  const error = act.rename.error ?? act.forget.error;
  return (
    <tr>
      <th scope="row">
        {name === null ? (
          (saved.name ?? <span className={styles.quiet}>{t('intake.unnamed')}</span>)
        ) : (
          <input
            aria-label={t('intake.source')}
            value={name}
            maxLength={NAME_CHARS_MAX}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </th>
      <td>{t(KIND_WORDS[saved.kind])}</td>
      <td title={saved.header.join(' · ')}>{saved.header.length}</td>
      <td>{saved.fileName}</td>
      <td>
        {saved.savedBy} <Instant at={saved.savedAt} />
      </td>
      <td>
        {mayChange && (
          <span className={styles.choices}>
            <Button
              size="compact-xs"
              variant="default"
              loading={act.rename.isPending}
              disabled={name?.trim() === ''}
              onClick={() => (name === null ? setName(saved.name ?? '') : act.rename.mutate(name))}
            >
              {t('intake.rename')}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              loading={act.forget.isPending}
              onClick={() => act.forget.mutate()}
            >
              {t('intake.forget')}
            </Button>
          </span>
        )}
        {error && <ProblemNote error={error} />}
      </td>
    </tr>
  );
}

function useSourceActs(code: string, id: string, onRenamed: () => void) {
  const queryClient = useQueryClient();
  const params = { path: { company: code, id } };
  const renew = () => queryClient.invalidateQueries({ queryKey: ['import-mappings', code] });
  const rename = useMutation({
    mutationFn: (name: string) =>
      dataOf(api.PUT('/api/v1/companies/{company}/import-mappings/{id}', { params, body: { name } })),
    onSuccess: () => {
      onRenamed();
      return renew();
    },
  });
  const forget = useMutation({
    mutationFn: () => doneOf(api.DELETE('/api/v1/companies/{company}/import-mappings/{id}', { params })),
    onSuccess: renew,
  });
  return { rename, forget };
}
