/** The lines of an advice with the items they name; of paper, the page beside them with the chosen line marked. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { Amount } from '../../../ui/money/money.component.tsx';
import { isZero } from '../../../ui/money/money-text.ts';
import styles from './advices.module.css';
import type { AdviceDetail, AdviceLine } from './advices.queries.ts';

/** Lines drawn at once; longer advices show the rest when asked. */
const LINES_SHOWN = 200;

export function AdviceLines({ code, advice }: { code: string; advice: AdviceDetail }): ReactNode {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<number | null>(null);
  const [limit, setLimit] = useState(LINES_SHOWN);
  const { lines, pages } = advice;
  const has = (field: (line: AdviceLine) => boolean) => lines.some(field);
  const shown = {
    gross: has(({ gross }) => gross !== null),
    issued: has(({ issuedOn }) => issuedOn !== null),
    discount: has(({ discount }) => discount !== null && !isZero(discount)),
    taken: has(({ adjustments }) => adjustments.length > 0),
  };
  return (
    <section>
      <h3>{t('advices.lineCount')}</h3>
      <div className={styles.scroll}>
        <table className={styles.lines}>
          <thead>
            <tr>
              <th scope="col">{t('advices.document')}</th>
              {shown.issued && <th scope="col">{t('advices.issuedOn')}</th>}
              {shown.gross && (
                <th scope="col" className={styles.figure}>
                  {t('advices.gross')}
                </th>
              )}
              {shown.discount && (
                <th scope="col" className={styles.figure}>
                  {t('advices.discount')}
                </th>
              )}
              {shown.taken && (
                <th scope="col" className={styles.figure}>
                  {t('advices.deduction')}
                </th>
              )}
              <th scope="col" className={styles.figure}>
                {t('advices.paid')}
              </th>
              <th scope="col" className={styles.figure}>
                {t('advices.open')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, limit).map((line) => (
              <Line
                key={line.number}
                code={code}
                line={line}
                shown={shown}
                isChosen={line.number === chosen}
                choose={() => setChosen(line.number)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > limit && (
        <button type="button" className={styles.more} onClick={() => setLimit(lines.length)}>
          + {lines.length - limit}
        </button>
      )}
      {pages.map((page) => (
        <AdvicePage key={page.page} code={code} advice={advice} page={page} chosen={chosen} choose={setChosen} />
      ))}
    </section>
  );
}

interface LineProps {
  readonly code: string;
  readonly line: AdviceLine;
  readonly shown: {
    readonly gross: boolean;
    readonly issued: boolean;
    readonly discount: boolean;
    readonly taken: boolean;
  };
  readonly isChosen: boolean;
  readonly choose: () => void;
}

function Line({ code, line, shown, isChosen, choose }: LineProps): ReactNode {
  const { t } = useTexts();
  const { item, adjustments } = line;
  const reasons = adjustments.map(({ code: own, reason }) => [own, reason].filter(Boolean).join(' ')).filter(Boolean);
  return (
    <tr data-chosen={isChosen} onClick={choose}>
      <th scope="row">
        {item ? (
          <Link
            to="/c/$company/items/$itemId"
            params={{ company: code, itemId: item.id }}
            search={{}}
            title={item.customerName}
          >
            {line.documentNumber}
          </Link>
        ) : (
          <span title={t('advices.noItem')} className={styles.unknown}>
            {line.documentNumber ?? '—'}
          </span>
        )}
        {reasons.length > 0 && <span className={styles.reason}>{reasons.join('; ')}</span>}
      </th>
      {shown.issued && <td>{line.issuedOn && <DateText date={line.issuedOn} />}</td>}
      {shown.gross && <td className={styles.figure}>{line.gross && <Amount value={line.gross} />}</td>}
      {shown.discount && <td className={styles.figure}>{line.discount && <Amount value={line.discount} />}</td>}
      {shown.taken && (
        <td className={styles.figure}>
          {adjustments.map((one) => (
            <div key={`${one.code} ${one.reason} ${one.amount.amount}`}>
              <Amount value={one.amount} />
            </div>
          ))}
        </td>
      )}
      <td className={styles.figure}>{line.paid && <Amount value={line.paid} withCurrency />}</td>
      <td className={styles.figure}>{item && <Amount value={item.open} />}</td>
    </tr>
  );
}

interface PageProps {
  readonly code: string;
  readonly advice: AdviceDetail;
  readonly page: AdviceDetail['pages'][number];
  readonly chosen: number | null;
  readonly choose: (line: number) => void;
}

/** The paper, with a mark on each line that was read; a mark chooses its line and the other way round. */
function AdvicePage({ code, advice, page, chosen, choose }: PageProps): ReactNode {
  const { t } = useTexts();
  const source = `/api/v1/companies/${code}/advices/${advice.id}/pages/${page.page}`;
  const words = t('advices.page', { page: page.page });
  return (
    <figure className={styles.paper}>
      <figcaption className={styles.quiet}>{words}</figcaption>
      <div className={styles.sheet}>
        <img src={source} alt={words} width={page.width} height={page.height} loading="lazy" />
        {advice.lines.map(({ number, place }) =>
          place === null || place.page !== page.page ? null : (
            <button
              key={number}
              type="button"
              className={styles.mark}
              data-chosen={number === chosen}
              aria-label={t('advices.lineOnPage', { number })}
              onClick={() => choose(number)}
              style={{
                left: `${place.left / 10}%`,
                top: `${place.top / 10}%`,
                width: `${place.width / 10}%`,
                height: `${place.height / 10}%`,
              }}
            />
          ),
        )}
      </div>
    </figure>
  );
}
