/** The first lines as the mapping reads them, renewed with every change of it. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, dataOf } from '../../../app/api.ts';
import type { ImportBatch } from '../../../app/api.types.ts';
import { useTexts } from '../../../app/i18n.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Amount } from '../../../ui/money/money.component.tsx';
import styles from '../intake.module.css';

const LINES_SHOWN = 8;

export function BankTableLines({
  code,
  batch,
  isBusy,
}: {
  code: string;
  batch: ImportBatch;
  isBusy: boolean;
}): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const isAsked = batch.questions.some(({ isBlocking }) => isBlocking);
  const lines = useQuery({
    queryKey: ['import-rows', code, batch.id, 'lines', JSON.stringify(batch.mapping), batch.status],
    queryFn: ({ signal }) => {
      const params = { path: { company: code, id: batch.id }, query: { limit: LINES_SHOWN } };
      return dataOf(api.GET('/api/v1/companies/{company}/imports/{id}/rows', { params, signal }));
    },
    placeholderData: (before) => before,
  });
  const rows = (lines.data?.rows ?? []).filter(({ fields }) => fields.amount !== undefined);
  const { added, unchanged, refused, leftOut } = batch;
  const counts = { added, unchanged, refused, leftOut };
  const shown = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, formats.count(count)]));
  return (
    <section className={styles.lines} aria-label={t('bankTable.lines')} aria-busy={isBusy}>
      <h3>{t('bankTable.lines')}</h3>
      <p className={styles.quiet} role="status">
        {isBusy ? t('bankTable.renewing') : isAsked ? t('bankTable.notYet') : t('bankTable.renewed', shown)}
      </p>
      {!isAsked && !isBusy && rows.length === 0 && <p className={styles.quiet}>{t('bankTable.noLines')}</p>}
      {!isAsked && rows.length > 0 && (
        <div className={styles.wide}>
          <table className={styles.fields}>
            <thead>
              <tr>
                <th scope="col">{t('bankTable.bookedOn')}</th>
                <th scope="col" className={styles.figure}>
                  {t('bankTable.amount')}
                </th>
                <th scope="col">{t('bankTable.name')}</th>
                <th scope="col">{t('bankTable.text')}</th>
                <th scope="col">{t('bankTable.account')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, fields }) => (
                <tr key={`${row} ${fields.amount}`}>
                  <td>{fields.bookedOn && <DateText date={fields.bookedOn} />}</td>
                  <td className={styles.figure}>
                    <Amount value={{ amount: fields.amount ?? '', currency: fields.currency ?? '' }} withCurrency />
                  </td>
                  <td>{fields.payer}</td>
                  <td className={styles.longText}>{fields.text}</td>
                  <td>{fields.account}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
