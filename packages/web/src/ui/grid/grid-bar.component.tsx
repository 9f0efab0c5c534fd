import type { ReactNode, RefObject } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { Dropdown } from '../dropdown/dropdown.component.tsx';
import { Icon } from '../icon/icon.component.tsx';
import styles from './grid.module.css';

export interface ColumnChoice {
  readonly id: string;
  readonly header: string;
  readonly isShown: boolean;
}

/** Above the rows: the page's own controls, the quick filter and the choice of columns. */
export function GridBar(props: {
  lead: ReactNode;
  filter: string;
  onFilter: (filter: string) => void;
  filterRef: RefObject<HTMLInputElement | null>;
  backToRows: () => void;
  choices: readonly ColumnChoice[];
  onChoice: (id: string, isShown: boolean) => void;
}): ReactNode {
  const { t } = useTexts();
  return (
    <div className={styles.bar}>
      <div className={styles.lead}>{props.lead}</div>
      <span className={styles.filter}>
        <input
          ref={props.filterRef}
          type="search"
          aria-label={t('grid.filter')}
          placeholder={t('grid.filter')}
          value={props.filter}
          onChange={(event) => props.onFilter(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'ArrowDown') return;
            if (event.key === 'Escape') props.onFilter('');
            event.preventDefault();
            event.stopPropagation();
            props.backToRows();
          }}
        />
        {props.filter === '' && <kbd>/</kbd>}
      </span>
      <ColumnMenu choices={props.choices} onChoice={props.onChoice} />
    </div>
  );
}

function ColumnMenu(props: {
  choices: readonly ColumnChoice[];
  onChoice: (id: string, isShown: boolean) => void;
}): ReactNode {
  const { t } = useTexts();
  const shownCount = props.choices.filter((choice) => choice.isShown).length;
  return (
    <Dropdown
      label={t('grid.columns')}
      title={t('grid.columns')}
      align="end"
      faceClass={styles.columnButton}
      face={<Icon name="columns" />}
    >
      {() => (
        <div className={styles.columnMenu}>
          {props.choices.map((choice) => (
            <label key={choice.id}>
              <input
                type="checkbox"
                checked={choice.isShown}
                disabled={choice.isShown && shownCount === 1}
                onChange={(event) => props.onChoice(choice.id, event.currentTarget.checked)}
              />
              {choice.header}
            </label>
          ))}
        </div>
      )}
    </Dropdown>
  );
}
