/** One request: before and after side by side, who asked and how, the call-back, the decision. */
import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { Instant } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { Status } from '../../ui/status/status.component.tsx';
import styles from './customers.module.css';
import { useCustomerAct } from './customers.queries.ts';
import type { CustomerRequest } from './customers.types.ts';
import { REQUEST_TONES } from './request-tones.ts';
import { CHANNEL_WORDS, STATE_WORDS, useRequestWords } from './request-words.ts';

interface PanelProps {
  readonly code: string;
  readonly request: CustomerRequest;
  readonly close: () => void;
}

export function RequestPanel({ code, request, close }: PanelProps): ReactNode {
  const { t } = useTexts();
  const words = useRequestWords();
  const name = request.customerName ?? String(request.after.name ?? '');
  return (
    <Panel title={<h2>{name}</h2>} close={close}>
      <div className={styles.stack}>
        <div className={styles.facts}>
          <Status tone={REQUEST_TONES[request.state]} word={t(STATE_WORDS[request.state])} />
          <span>{words.about(request)}</span>
          {request.customerId && (
            <Link
              to="/c/$company/customers/$customerId"
              params={{ company: code, customerId: request.customerId }}
              search={{}}
            >
              {t('customers.openCustomer')}
            </Link>
          )}
        </div>
        <Changes request={request} />
        <Doubts request={request} />
        <Story request={request} />
        {request.state === 'waiting' && <Decide code={code} request={request} close={close} />}
      </div>
    </Panel>
  );
}

function Changes({ request }: { request: CustomerRequest }): ReactNode {
  const { t } = useTexts();
  const words = useRequestWords();
  const fields = Object.keys(request.after);
  const cell = (name: string, value: unknown): ReactNode => {
    const lines = words.lines(request, name, value);
    return lines.length === 0 ? (
      <span className={styles.quiet}>{t('customers.nothing')}</span>
    ) : (
      lines.map((line) => <div key={line}>{line}</div>)
    );
  };
  const isNew = request.kind === 'onboarding';
  const shown = isNew ? fields.filter((name) => words.lines(request, name, request.after[name]).length > 0) : fields;
  return (
    <table className={styles.changes}>
      <thead>
        <tr>
          <th scope="col">{t('customers.field')}</th>
          {!isNew && <th scope="col">{t('customers.before')}</th>}
          <th scope="col">{t('customers.after')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((name) => (
          <tr key={name}>
            <th scope="row">{words.field(name)}</th>
            {!isNew && <td>{cell(name, request.before[name])}</td>}
            <td>{cell(name, request.after[name])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Doubts({ request }: { request: CustomerRequest }): ReactNode {
  const { t } = useTexts();
  const words = useRequestWords();
  const needsCall = request.newAccounts.length > 0;
  if (request.doubts.length === 0 && !needsCall) return null;
  return (
    <ul className={styles.doubts}>
      {request.doubts.map((doubt) => (
        <li key={`${doubt.field} ${doubt.value}`}>{words.doubt(doubt)}</li>
      ))}
      {needsCall && (
        <li>
          {request.calledBackAt
            ? t('customers.calledBack', { name: request.calledBackByName ?? '', note: request.callBackNote ?? '' })
            : t('customers.notCalledBack', { accounts: request.newAccounts.join(', ') })}
        </li>
      )}
    </ul>
  );
}

function Story({ request }: { request: CustomerRequest }): ReactNode {
  const { t } = useTexts();
  const { decidedByName, decidedAt, decisionReason } = request;
  return (
    <dl className={styles.story}>
      <dt>{t('customers.askedBy')}</dt>
      <dd>
        {request.requestedByName}, <Instant at={request.requestedAt} />
      </dd>
      <dt>{t('customers.askedHow')}</dt>
      <dd>
        {t(CHANNEL_WORDS[request.channel])}
        {request.askedBy && ` · ${request.askedBy}`}
      </dd>
      <dt>{t('customers.reason')}</dt>
      <dd>{request.reason}</dd>
      {decidedAt && (
        <>
          <dt>{t('customers.decidedBy')}</dt>
          <dd>
            {decidedByName}, <Instant at={decidedAt} />
            {decisionReason && ` · ${decisionReason}`}
          </dd>
        </>
      )}
    </dl>
  );
}

function Decide({ code, request, close }: PanelProps): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  if (request.isOwn) return <Withdraw code={code} request={request} close={close} />;
  return (
    <>
      {request.newAccounts.length > 0 && !request.calledBackAt && may(company, 'customers.write') && (
        <CallBack code={code} request={request} />
      )}
      {may(company, 'customers.approve') ? (
        <ApproveOrReject code={code} request={request} close={close} />
      ) : (
        <p className={styles.quiet}>{t('customers.anotherDecides')}</p>
      )}
    </>
  );
}

function ApproveOrReject({ code, request, close }: PanelProps): ReactNode {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const params = { path: { company: code, id: request.id } };
  const approve = useCustomerAct(
    () =>
      dataOf(
        api.POST('/api/v1/companies/{company}/customer-requests/{id}/approve', {
          params,
          body: { reason: reason || null },
        }),
      ),
    { said: t('customers.approved'), done: close },
  );
  const reject = useCustomerAct(
    () => api.POST('/api/v1/companies/{company}/customer-requests/{id}/reject', { params, body: { reason } }),
    { said: t('customers.rejected'), done: close },
  );
  const error = approve.error ?? reject.error;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        approve.mutate(undefined);
      }}
    >
      {error && <ProblemNote error={error} />}
      <TextInput
        label={t('customers.decisionReason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" loading={approve.isPending}>
          {t('customers.approve')}
        </Button>
        <Button
          variant="default"
          disabled={reason.trim() === ''}
          loading={reject.isPending}
          onClick={() => reject.mutate(undefined)}
          title={t('customers.rejectHelp')}
        >
          {t('customers.reject')}
        </Button>
      </div>
    </form>
  );
}

function CallBack({ code, request }: { code: string; request: CustomerRequest }): ReactNode {
  const { t } = useTexts();
  const [note, setNote] = useState('');
  const params = { path: { company: code, id: request.id } };
  const save = useCustomerAct(
    () => api.POST('/api/v1/companies/{company}/customer-requests/{id}/call-back', { params, body: { note } }),
    { said: t('customers.callBackNoted') },
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <TextInput
        label={t('customers.callBack')}
        description={t('customers.callBackHelp')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" variant="default" disabled={note.trim() === ''} loading={save.isPending}>
          {t('customers.noteCallBack')}
        </Button>
      </div>
    </form>
  );
}

function Withdraw({ code, request, close }: PanelProps): ReactNode {
  const { t } = useTexts();
  const params = { path: { company: code, id: request.id } };
  const withdraw = useCustomerAct(
    () => api.POST('/api/v1/companies/{company}/customer-requests/{id}/withdraw', { params, body: { reason: null } }),
    { said: t('customers.withdrawn'), done: close },
  );
  return (
    <div className={styles.form}>
      {withdraw.error && <ProblemNote error={withdraw.error} />}
      <p className={styles.quiet}>{t('customers.ownRequest')}</p>
      <div className={styles.acts}>
        <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {t('customers.withdraw')}
        </Button>
      </div>
    </div>
  );
}
