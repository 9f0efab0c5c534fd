import { ActionIcon, Checkbox, Popover, TextInput } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation();
  return (
    <div className={styles.bar}>
      <div className={styles.lead}>{props.lead}</div>
      <TextInput
        ref={props.filterRef}
        size="xs"
        className={styles.filter}
        aria-label={t('grid.filter')}
        placeholder={t('grid.filter')}
        value={props.filter}
        rightSection={props.filter === '' ? <kbd>/</kbd> : undefined}
        rightSectionPointerEvents="none"
        onChange={(event) => props.onFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          if (event.key === 'Escape') props.onFilter('');
          event.preventDefault();
          event.stopPropagation();
          props.backToRows();
        }}
      />
      <ColumnMenu choices={props.choices} onChoice={props.onChoice} />
    </div>
  );
}

function ColumnMenu(props: {
  choices: readonly ColumnChoice[];
  onChoice: (id: string, isShown: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const shownCount = props.choices.filter((choice) => choice.isShown).length;
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('grid.columns')} title={t('grid.columns')}>
          <Icon name="columns" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={styles.columnMenu}>
        {props.choices.map((choice) => (
          <Checkbox
            key={choice.id}
            size="xs"
            label={choice.header}
            checked={choice.isShown}
            disabled={choice.isShown && shownCount === 1}
            onChange={(event) => props.onChoice(choice.id, event.currentTarget.checked)}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
