/** "41 customers, 1,200,000.00 EUR, 12 to contact: from Ada to Ben", and what each has before and after. */
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import styles from './portfolios.module.css';
import type { PortfolioPreview } from './portfolios.queries.ts';

export function Preview({ preview }: { preview: PortfolioPreview }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const nameOf = (id: string | null): string =>
    preview.people.find((one) => one.id === id)?.name ?? t('portfolios.nobody');
  const before = new Map(preview.before.map((load) => [load.personId, load]));
  const after = new Map(preview.after.map((load) => [load.personId, load]));
  return (
    <section aria-label={t('portfolios.preview')} className={styles.preview}>
      {preview.moves.length === 0 && <p>{t('portfolios.nothingMoves')}</p>}
      <ul>
        {preview.moves.map(({ fromId, toId, customers: count, amount, contacts }) => (
          <li key={`${fromId} ${toId}`}>
            {nameOf(fromId)} → <strong>{nameOf(toId)}</strong>:{' '}
            {t('portfolios.moveLine', { count, amount: formats.money(amount), contacts })}
          </li>
        ))}
      </ul>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('portfolios.person')}</th>
            <th scope="col">
              {t('portfolios.before')}: {t('portfolios.customers')}
            </th>
            <th scope="col">{t('customers.open')}</th>
            <th scope="col">
              {t('portfolios.after')}: {t('portfolios.customers')}
            </th>
            <th scope="col">{t('customers.open')}</th>
            <th scope="col">{t('portfolios.contacts')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.people.map(({ id, name }) => {
            const [earlier, later] = [before.get(id), after.get(id)];
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{formats.count(earlier?.customers ?? 0)}</td>
                <td>{earlier ? formats.money(earlier.amount) : '·'}</td>
                <td>{formats.count(later?.customers ?? 0)}</td>
                <td>{later ? formats.money(later.amount) : '·'}</td>
                <td>{formats.count(later?.contacts ?? 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
