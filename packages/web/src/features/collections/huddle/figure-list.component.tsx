/** Figures one below the other; each opens the list that it counts. */
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { TextAct } from '../../../ui/act/text-act.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { MoneyInWords } from '../../../ui/money/money.component.tsx';
import styles from './huddle.module.css';
import type { Huddle } from './huddle.queries.ts';
import { FIGURE_WORDS, type FigureName } from './huddle-figures.ts';

export function FigureList(props: {
  names: readonly FigureName[];
  figures: Huddle['figures'];
  /** Null on the wall, where nothing is pressed. */
  open: ((name: FigureName) => void) | null;
}): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { names, figures, open } = props;
  return (
    <table className={styles.figures}>
      <tbody>
        {names.map((name) => {
          const { count = 0, totals = [] } = figures[name] ?? {};
          return (
            <tr key={name}>
              <th scope="row">
                {open ? <TextAct onClick={() => open(name)}>{t(FIGURE_WORDS[name])}</TextAct> : t(FIGURE_WORDS[name])}
              </th>
              <td data-alert={(name === 'promises_broken' || name === 'escalations') && count > 0 ? true : undefined}>
                {count === 0 ? '·' : formats.count(count)}
              </td>
              <td>
                {totals.map((total) => (
                  <div key={total.currency}>
                    <MoneyInWords value={total} />
                  </div>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
