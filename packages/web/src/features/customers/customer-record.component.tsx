/** A customer's record: numbers in other systems, tax ids, bank accounts, what is doubtful; what one person may change, and what a request may. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { api } from '../../app/api.ts';
import type { Customer } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { TextAct } from '../../ui/act/text-act.component.tsx';
import { Instant } from '../../ui/date/date.component.tsx';
import { LineField, LineForm } from '../../ui/form/line-form.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import { Status } from '../../ui/status/status.component.tsx';
import { ChangeRequest } from './change-request.component.tsx';
import { CustomerDetails } from './customer-details.component.tsx';
import styles from './customers.module.css';
import { customerQuery, recordQuery, useCustomerAct } from './customers.queries.ts';
import type { CustomerRecordAnswer } from './customers.types.ts';
import { Merges } from './merges.component.tsx';
import { OwnValues } from './own-values.component.tsx';
import { useRequestWords } from './request-words.ts';

const CustomerHours = lazy(async () => ({
  default: (await import('../organisation/calendars/customer-hours.component.tsx')).CustomerHours,
}));

export function CustomerRecord({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const [isAsking, setIsAsking] = useState(false);
  const customer = useQuery(customerQuery(code, customerId)).data;
  const record = useQuery(recordQuery(code, customerId));
  if (record.error) return <ProblemNote error={record.error} retry={() => void record.refetch()} />;
  if (!customer || !record.data) return <p className={styles.empty}>{t('grid.reading')}</p>;
  return (
    <Split
      id="customer-record"
      startPercent={58}
      left={<Sheet code={code} customer={customer} record={record.data} ask={() => setIsAsking(true)} />}
      right={
        isAsking ? (
          <ChangeRequest code={code} customer={customer} record={record.data} close={() => setIsAsking(false)} />
        ) : null
      }
    />
  );
}

function Sheet(props: { code: string; customer: Customer; record: CustomerRecordAnswer; ask: () => void }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const words = useRequestWords();
  const { code, customer, record, ask } = props;
  const isOpen = customer.kind === 'regular' && customer.mergedInto === null;
  return (
    <div className={styles.scroll}>
      {record.doubts.length > 0 && (
        <ul className={styles.doubts}>
          {record.doubts.map((doubt) => (
            <li key={`${doubt.field} ${doubt.value}`}>{words.doubt(doubt)}</li>
          ))}
        </ul>
      )}
      <section className={styles.section}>
        <h3>{t('customers.underFourEyes')}</h3>
        <dl className={styles.story}>
          <dt>{t('customers.name')}</dt>
          <dd>{customer.name}</dd>
          <dt>{t('customers.terms')}</dt>
          <dd>{customer.terms ?? t('customers.nothing')}</dd>
          <dt>{t('customers.taxId')}</dt>
          <dd>{customer.taxId ?? t('customers.nothing')}</dd>
          {record.taxIds.map(({ country, kind, number }) => (
            <div key={`${country} ${kind} ${number}`}>
              <dt>{t('customers.taxIds')}</dt>
              <dd>
                {country} {kind} {number}
              </dd>
            </div>
          ))}
        </dl>
        <Accounts record={record} />
        {isOpen && may(company, 'customers.write') && (
          <div className={styles.acts}>
            <Button variant="default" onClick={ask}>
              {t('customers.askChange')}
            </Button>
          </div>
        )}
      </section>
      <section className={styles.section}>
        <h3>{t('customers.otherNumbers')}</h3>
        <Numbers
          code={code}
          customerId={customer.id}
          record={record}
          canChange={isOpen && may(company, 'customers.write')}
        />
      </section>
      {customer.kind === 'regular' && (
        <section className={styles.section}>
          <h3>{t('calendars.customerHours')}</h3>
          <Suspense fallback={null}>
            <CustomerHours code={code} customerId={customer.id} canChange={isOpen && may(company, 'customers.write')} />
          </Suspense>
        </section>
      )}
      <OwnValues
        code={code}
        about={{ kind: 'customer', id: customer.id }}
        canChange={isOpen && may(company, 'customers.write')}
      />
      <section className={styles.section}>
        <h3>{t('customers.details')}</h3>
        <CustomerDetails
          key={customer.id}
          code={code}
          customer={customer}
          canChange={isOpen && may(company, 'customers.write')}
        />
      </section>
      {record.merges.length > 0 && (
        <section className={styles.section}>
          <h3>{t('customers.merges')}</h3>
          <Merges code={code} merges={record.merges} />
        </section>
      )}
    </div>
  );
}

function Accounts({ record }: { record: CustomerRecordAnswer }): ReactNode {
  const { t } = useTexts();
  if (record.accounts.length === 0) return <p className={styles.quiet}>{t('customers.noAccounts')}</p>;
  return (
    <table className={styles.changes}>
      <thead>
        <tr>
          <th scope="col">{t('customers.bankAccounts')}</th>
          <th scope="col">{t('customers.holder')}</th>
          <th scope="col">{t('customers.since')}</th>
          <th scope="col">{t('customers.state')}</th>
        </tr>
      </thead>
      <tbody>
        {record.accounts.map((one) => (
          <tr key={one.account}>
            <td>{one.account}</td>
            <td>{one.holder}</td>
            <td>
              <Instant at={one.createdAt} />
            </td>
            <td>
              {one.isToReview ? (
                <Status tone="care" word={t('customers.toReview')} />
              ) : one.reviewedByName ? (
                t('customers.reviewedBy', { name: one.reviewedByName })
              ) : one.origin === 'request' ? (
                t('customers.byRequest')
              ) : (
                t('customers.byImport')
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Numbers(props: {
  code: string;
  customerId: string;
  record: CustomerRecordAnswer;
  canChange: boolean;
}): ReactNode {
  const { t } = useTexts();
  const { code, customerId, record, canChange } = props;
  const [system, setSystem] = useState('');
  const [number, setNumber] = useState('');
  const params = { path: { company: code, id: customerId } };
  const add = useCustomerAct(
    () => api.POST('/api/v1/companies/{company}/customers/{id}/numbers', { params, body: { system, number } }),
    { said: t('customers.numberAdded'), done: () => setNumber('') },
  );
  const remove = useCustomerAct(
    (body: { system: string; number: string }) =>
      api.POST('/api/v1/companies/{company}/customers/{id}/numbers/remove', { params, body }),
    { said: t('customers.numberRemoved') },
  );
  const error = add.error ?? remove.error;
  return (
    <>
      {record.numbers.length === 0 && <p className={styles.quiet}>{t('customers.noNumbers')}</p>}
      <ul className={styles.lines}>
        {record.numbers.map((one) => (
          <li key={`${one.system} ${one.number}`}>
            {one.system} <b>{one.number}</b>{' '}
            {canChange && (
              <TextAct onClick={() => remove.mutate({ system: one.system, number: one.number })}>
                {t('customers.remove')}
              </TextAct>
            )}
          </li>
        ))}
      </ul>
      {error && <ProblemNote error={error} />}
      {canChange && (
        <LineForm className={styles.line} submit={() => add.mutate(undefined)}>
          <LineField required label={t('customers.system')} value={system} change={setSystem} />
          <LineField required label={t('customers.number')} value={number} change={setNumber} />
          <Button size="xs" variant="default" type="submit" loading={add.isPending}>
            {t('customers.addNumber')}
          </Button>
        </LineForm>
      )}
    </>
  );
}
