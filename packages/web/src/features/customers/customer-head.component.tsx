/** The head of a customer's page: who it is, what stops, whose group, how much of the limit is used. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Customer } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { TextAct } from '../../ui/act/text-act.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { languageName } from '../../ui/format/language-name.ts';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import { Status } from '../../ui/status/status.component.tsx';
import { contactToSpeakWith } from './choose-contact.ts';
import styles from './customers.module.css';
import { contactsQuery } from './customers.queries.ts';
import { limitShare } from './limit-share.ts';
import { LocalTime } from './paying/local-time.component.tsx';
import { behaviourQuery } from './paying/paying.queries.ts';
import { RhythmLine } from './paying/rhythm-line.component.tsx';
import { BLOCK_WORDS } from './request-words.ts';

/** Fetched when it is asked for. */
const AskCredit = lazy(async () => ({
  default: (await import('../approvals/ask-credit.component.tsx')).AskCredit,
}));

const StoppedMail = lazy(async () => ({
  default: (await import('../correspondence/stopped-mail.component.tsx')).StoppedMail,
}));
const BlockForm = lazy(async () => ({ default: (await import('./block-forms.component.tsx')).BlockForm }));
const ReleaseForm = lazy(async () => ({ default: (await import('./block-forms.component.tsx')).ReleaseForm }));

interface HeadProps {
  readonly code: string;
  readonly customer: Customer;
}

export function CustomerHead(props: {
  code: string;
  customer: Customer | undefined;
  write?: () => void;
  promise?: () => void;
  call?: () => void;
  task?: () => void;
  blocker?: () => void;
}): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { code, customer, write, promise, call, task, blocker } = props;
  const [isBlocking, setIsBlocking] = useState(false);
  const [isCrediting, setIsCrediting] = useState(false);
  if (!customer) return <div className={styles.title}>{t('grid.reading')}</div>;
  const mayBlock = customer.kind === 'regular' && customer.mergedInto === null && may(company, 'customers.write');
  const mayCredit = customer.kind === 'regular' && customer.mergedInto === null && may(company, 'approvals.request');
  return (
    <>
      <div className={styles.title}>
        <h2>{customer.name}</h2>
        <span className={styles.quiet}>{customer.number}</span>
        {customer.country && <span className={styles.quiet}>{customer.country}</span>}
        {customer.terms && <span className={styles.quiet}>{customer.terms}</span>}
        <Reach code={code} customer={customer} />
        {customer.tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            {tag}
          </span>
        ))}
      </div>
      <div className={styles.second}>
        <Place code={code} customer={customer} />
        <span className={styles.headActs}>
          {write && (
            <Button variant="default" size="compact-xs" onClick={write}>
              {t('customers.writeNote')} <kbd>n</kbd>
            </Button>
          )}
          {call && (
            <Button variant="default" size="compact-xs" onClick={call}>
              {t('calls.call')} <kbd>c</kbd>
            </Button>
          )}
          {promise && (
            <Button variant="default" size="compact-xs" onClick={promise}>
              {t('promises.make')} <kbd>p</kbd>
            </Button>
          )}
          {task && (
            <Button variant="default" size="compact-xs" onClick={task}>
              {t('tasks.add')} <kbd>t</kbd>
            </Button>
          )}
          {blocker && (
            <Button variant="default" size="compact-xs" onClick={blocker}>
              {t('huddle.blocker')} <kbd>b</kbd>
            </Button>
          )}
          {mayBlock && (
            <Button variant="default" size="compact-xs" onClick={() => setIsBlocking(true)}>
              {t('customers.block')}
            </Button>
          )}
          {mayCredit && !isCrediting && (
            <Button variant="default" size="compact-xs" onClick={() => setIsCrediting(true)}>
              {t('approvals.askCredit')}
            </Button>
          )}
        </span>
      </div>
      {isCrediting && (
        <Suspense>
          <AskCredit code={code} customer={{ id: customer.id }} close={() => setIsCrediting(false)} />
        </Suspense>
      )}
      <Blocks code={code} customer={customer} />
      {isBlocking && (
        <Suspense fallback={null}>
          <BlockForm code={code} customer={customer} close={() => setIsBlocking(false)} />
        </Suspense>
      )}
    </>
  );
}

/** The person to speak with; where the record names nobody, the customer's own address and number. */
function Reach({ code, customer }: HeadProps): ReactNode {
  const { t } = useTexts();
  const contacts = useQuery(contactsQuery(code, customer.id));
  const person = contactToSpeakWith(contacts.data?.rows ?? []);
  if (contacts.isPending) return null; // no address that is another one a moment later
  const email = person?.email ?? customer.email;
  const phone = person?.phone ?? customer.phone;
  return (
    <>
      {person && (
        <Link
          to="/c/$company/customers/$customerId"
          params={{ company: code, customerId: customer.id }}
          search={{ show: 'contacts' }}
          title={t('customers.primaryContact')}
        >
          {person.name}
        </Link>
      )}
      {email && <a href={`mailto:${email}`}>{email}</a>}
      {email && (
        <Suspense>
          <StoppedMail code={code} customerId={customer.id} address={email} />
        </Suspense>
      )}
      {phone && <a href={`tel:${phone}`}>{phone}</a>}
    </>
  );
}

/** Group, merge, limit; when the next money is likely, in which language and at what hour of theirs one speaks. */
function Place({ code, customer }: HeadProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { parent, mergedInto, creditLimit } = customer;
  const share = limitShare(customer);
  const linkTo = (id: string, word: string) => (
    <Link to="/c/$company/customers/$customerId" params={{ company: code, customerId: id }} search={{}}>
      {word}
    </Link>
  );
  return (
    <div className={styles.facts}>
      {mergedInto && (
        <span className={styles.isMerged}>
          {t('customers.isMergedInto')} {linkTo(mergedInto.id, `${mergedInto.number} ${mergedInto.name}`)}
        </span>
      )}
      {parent && (
        <span>
          {t('customers.partOf')} {linkTo(parent.id, parent.name)}
        </span>
      )}
      {creditLimit && (
        <span>
          {t('customers.creditLimit')} <MoneyInWords value={creditLimit} />
          {share !== null && (
            <span className={styles.quiet} data-over={share > 100 || undefined}>
              {' '}
              {t('customers.limitUsed', { percent: share })}
            </span>
          )}
        </span>
      )}
      {customer.kind === 'regular' && <WhenTheyPay code={code} customerId={customer.id} />}
      {customer.language && <span className={styles.quiet}>{languageName(customer.language, formats.locale)}</span>}
      {customer.kind === 'regular' && (
        <span className={styles.quiet}>
          <LocalTime code={code} customerId={customer.id} />
        </span>
      )}
    </div>
  );
}

/** Nothing of a customer whose payments have no pattern: its part says so. */
function WhenTheyPay({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const rhythm = useQuery(behaviourQuery(code, customerId)).data?.rhythm;
  if (!rhythm?.pattern) return null;
  return (
    <Link to="/c/$company/customers/$customerId" params={{ company: code, customerId }} search={{ show: 'paying' }}>
      <RhythmLine rhythm={rhythm} />
    </Link>
  );
}

function Blocks({ code, customer }: HeadProps): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [releasing, setReleasing] = useState<string | null>(null);
  if (customer.blocks.length === 0) return null;
  return (
    <ul className={styles.blocks}>
      {customer.blocks.map((block) => (
        <li key={block.id}>
          <Status tone="alert" word={t(BLOCK_WORDS[block.what] ?? 'customers.blocks')} since={block.blockedAt} />
          <span>
            {block.reason} <span className={styles.quiet}>({block.blockedByName})</span>
          </span>
          {may(company, 'customers.approve') && releasing !== block.id && (
            <TextAct onClick={() => setReleasing(block.id)}>{t('customers.release')}</TextAct>
          )}
          {releasing === block.id && (
            <Suspense fallback={null}>
              <ReleaseForm code={code} blockId={block.id} close={() => setReleasing(null)} />
            </Suspense>
          )}
        </li>
      ))}
    </ul>
  );
}
