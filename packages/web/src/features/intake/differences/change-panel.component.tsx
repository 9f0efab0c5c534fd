import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ItemChange } from '../../../app/api.types.ts';
import { useTexts } from '../../../app/i18n.ts';
import { useWords } from '../../../app/words.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { Amount } from '../../../ui/money/money.component.tsx';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import styles from '../intake.module.css';
import { KIND_WORDS, WHY_WORDS } from './difference-words.ts';
import { changePostingsQuery } from './differences.queries.ts';

/** The postings that accepting would write. */
export function ChangePanel(props: { code: string; change: ItemChange; close: () => void }): ReactNode {
  const { t } = useTexts();
  const words = useWords();
  const { code, change, close } = props;
  const postings = useQuery({ ...changePostingsQuery(code, change.id), enabled: change.act !== 'none' });
  return (
    <Panel title={<h2>{change.number}</h2>} close={close}>
      <div className={styles.told}>
        <p>
          {t(KIND_WORDS[change.kind])}: {t('differences.explain', { file: change.fileName })}{' '}
          <DateText date={change.listedOn} />.
        </p>
        {change.why !== null && <p>{t(WHY_WORDS[change.why].long)}</p>}
        {postings.error && <ProblemNote error={postings.error} />}
        {postings.data && (
          <table className={styles.postings}>
            <caption>{t('differences.wouldPost')}</caption>
            <tbody>
              {postings.data.rows.map((posting) => (
                <tr key={`${posting.account} ${posting.amount.amount} ${posting.dueOn}`}>
                  <th scope="row" className={styles.posted}>
                    {words.account(posting.account)}
                  </th>
                  <td className={styles.posted}>
                    <DateText date={posting.effectiveOn} />
                  </td>
                  <td className={styles.posted}>{posting.dueOn && <DateText date={posting.dueOn} />}</td>
                  <td className={styles.figure}>
                    <Amount value={posting.amount} withCurrency />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Panel>
  );
}
