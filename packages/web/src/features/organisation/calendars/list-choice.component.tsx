import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import styles from './calendars.module.css';
import type { HolidayListView } from './calendars.queries.ts';

/** Which lists of holidays somebody keeps: their own country's, the customers', both. */
export function ListChoice(props: {
  lists: readonly HolidayListView[];
  chosen: readonly string[];
  choose: (codes: string[]) => void;
}): ReactNode {
  const { t } = useTexts();
  const { lists, chosen } = props;
  return (
    <fieldset className={styles.week}>
      <legend>{t('calendars.holidays')}</legend>
      {lists.length === 0 && <p className={styles.quiet}>{t('calendars.noLists')}</p>}
      {lists.map(({ code, name }) => (
        <Checkbox
          key={code}
          size="xs"
          label={name}
          checked={chosen.includes(code)}
          onChange={(event) => {
            const others = chosen.filter((one) => one !== code);
            props.choose(event.currentTarget.checked ? [...others, code] : others);
          }}
        />
      ))}
    </fieldset>
  );
}
