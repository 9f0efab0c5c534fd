/** One advice: what it says, whether it adds up, its receipts, its lines beside the paper they stand on. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import { AdviceCodes } from './advice-codes.component.tsx';
import { AdviceLines } from './advice-lines.component.tsx';
import { AdviceReceipts } from './advice-receipts.component.tsx';
import { FORM_WORDS, STATE_WORDS } from './advice-words.ts';
import styles from './advices.module.css';
import { type AdviceDetail, adviceQuery, useAdviceAct } from './advices.queries.ts';

export function AdvicePanel({ code, id, close }: { code: string; id: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { data: advice, error } = useQuery(adviceQuery(code, id));
  const mayApply = may(company, 'cash.apply');
  return (
    <Panel title={<h2>{advice?.payerName ?? t('advices.noPayer')}</h2>} close={close}>
      {error && <ProblemNote error={error} />}
      {advice && (
        <div className={styles.advice}>
          <Facts code={code} advice={advice} />
          <Footing advice={advice} />
          {advice.isScanned && <Scanned code={code} advice={advice} mayApply={mayApply} />}
          <AdviceReceipts code={code} advice={advice} mayApply={mayApply} />
          <AdviceLines code={code} advice={advice} />
          <AdviceCodes code={code} advice={advice} mayApply={mayApply} />
          {advice.texts.length > 0 && (
            <section>
              <h3>{t('advices.told')}</h3>
              <p className={styles.quiet}>{advice.texts.join(' · ')}</p>
            </section>
          )}
        </div>
      )}
    </Panel>
  );
}

function Facts({ code, advice }: { code: string; advice: AdviceDetail }): ReactNode {
  const { t } = useTexts();
  const { word, tone } = STATE_WORDS[advice.state];
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('advices.state')}</dt>
        <dd>
          <Status tone={tone} word={t(word)} />
        </dd>
      </div>
      <div>
        <dt>{t('advices.receivedOn')}</dt>
        <dd>
          <DateText date={advice.receivedOn} />
        </dd>
      </div>
      {advice.paidOn && (
        <div>
          <dt>{t('advices.paidOn')}</dt>
          <dd>
            <DateText date={advice.paidOn} />
          </dd>
        </div>
      )}
      {advice.paymentNumber && (
        <div>
          <dt>{t('advices.paymentNumber')}</dt>
          <dd>{advice.paymentNumber}</dd>
        </div>
      )}
      <div>
        <dt>{t(FORM_WORDS[advice.form])}</dt>
        <dd>
          <a href={`/api/v1/companies/${code}/imports/${advice.importId}/file`} download title={t('advices.original')}>
            {advice.fileName}
          </a>
          {advice.part && <span className={styles.quiet}> · {advice.part}</span>}
          {' · '}
          <Link to="/c/$company/imports/$importId" params={{ company: code, importId: advice.importId }} search={{}}>
            {t('advices.import')}
          </Link>
        </dd>
      </div>
    </dl>
  );
}

function Footing({ advice }: { advice: AdviceDetail }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { footing, total, linesTotal } = advice;
  if (footing === 'ok') return <p className={styles.quiet}>{t('advices.foots')}</p>;
  if (total === null) return <p className={styles.quiet}>{t('advices.noTotal')}</p>;
  if (footing === 'unknown' || linesTotal === null) {
    return <p className={styles.quiet}>{t('advices.footsUnknown')}</p>;
  }
  const shown = { lines: formats.money(linesTotal), total: formats.money(total) };
  return <p className={styles.care}>{t('advices.footsNot', shown)}</p>;
}

function Scanned({ code, advice, mayApply }: { code: string; advice: AdviceDetail; mayApply: boolean }): ReactNode {
  const { t } = useTexts();
  const act = useAdviceAct(code, advice.id, () => t('advices.compareDone'));
  if (advice.checkedBy !== null)
    return <p className={styles.quiet}>{t('advices.compared', { name: advice.checkedBy })}</p>;
  return (
    <div className={styles.scanned}>
      <p>{t('advices.scanned')}</p>
      {act.error && <ProblemNote error={act.error} />}
      {mayApply && (
        <Button size="xs" loading={act.isPending} onClick={() => act.mutate({ act: 'compared' })}>
          {t('advices.compare')}
        </Button>
      )}
    </div>
  );
}
