import type { ReactNode, RefObject } from 'react';
import { useTexts } from '../../app/i18n.ts';
import styles from './grid.module.css';

/** Above the rows: the page's own controls, the quick filter, views, export and the choice of columns. */
export function GridBar(props: {
  lead: ReactNode;
  filter: string;
  onFilter: (filter: string) => void;
  filterRef: RefObject<HTMLInputElement | null>;
  backToRows: () => void;
  /** Menus of the grid, at the end of the bar. */
  menus: ReactNode;
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
      <span className={styles.menus}>{props.menus}</span>
    </div>
  );
}
