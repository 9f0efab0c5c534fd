/** Takes a list out as a file: as an Excel workbook or as CSV, with all of its rows, also those not read yet. */
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { Dropdown } from '../dropdown/dropdown.component.tsx';
import { Icon } from '../icon/icon.component.tsx';
import styles from './export.module.css';

export type ExportForm = 'xlsx' | 'csv';

export function ExportMenu(props: { faceClass: string | undefined; start: (form: ExportForm) => void }): ReactNode {
  const { t } = useTexts();
  return (
    <Dropdown
      label={t('export.menu')}
      title={t('export.menu')}
      align="end"
      faceClass={props.faceClass}
      face={<Icon name="out" />}
    >
      {(close) => (
        <div className={styles.menu}>
          {(['xlsx', 'csv'] as const).map((form) => (
            <button
              key={form}
              type="button"
              onClick={() => {
                close();
                props.start(form);
              }}
            >
              {t(form === 'xlsx' ? 'export.xlsx' : 'export.csv')}
              <small>{t(form === 'xlsx' ? 'export.xlsxHelp' : 'export.csvHelp')}</small>
            </button>
          ))}
        </div>
      )}
    </Dropdown>
  );
}
