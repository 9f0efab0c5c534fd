/** Where in the file the table stands: its sheet, and the row that names its columns. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ImportBatch, ImportMapping } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import styles from './intake.module.css';

const ROW_MAX = 20_000;

/** Another place has other columns: these are guessed anew there. */
export function ImportPlace(props: {
  batch: ImportBatch;
  draft: ImportMapping;
  onRead: (placed: ImportMapping) => void;
}): ReactNode {
  const { t } = useTexts();
  const { batch, draft, onRead } = props;
  const [row, setRow] = useState(draft.headerRow === undefined ? '' : String(draft.headerRow));
  const isChanged = row !== (draft.headerRow === undefined ? '' : String(draft.headerRow));
  return (
    <div className={styles.notations}>
      {batch.sheets.length > 1 && (
        <label>
          {t('intake.sheet')}
          <select value={draft.sheet ?? ''} onChange={(event) => onRead(onSheet(draft, event.currentTarget.value))}>
            {batch.sheets.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t('intake.headerRow')}
        <input
          type="number"
          min={1}
          max={ROW_MAX}
          className={styles.rowNumber}
          placeholder={t('intake.headerFound')}
          value={row}
          onChange={(event) => setRow(event.currentTarget.value)}
        />
        {isChanged && (
          <Button size="compact-xs" variant="default" onClick={() => onRead(fromRow(draft, row))}>
            {t('intake.readSheet')}
          </Button>
        )}
      </label>
    </div>
  );
}

export function onSheet({ headerRow: _, ...draft }: ImportMapping, sheet: string): ImportMapping {
  return { ...draft, sheet, columns: {}, filters: [] };
}

function fromRow({ headerRow: _, ...draft }: ImportMapping, row: string): ImportMapping {
  const anew = { ...draft, columns: {}, filters: [] };
  return row === '' ? anew : { ...anew, headerRow: Number(row) };
}
