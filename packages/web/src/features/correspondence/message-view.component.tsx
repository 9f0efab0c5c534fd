/** One message: who, when, how it came to be here, what it says, what hangs on it, and whether it went out. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { DateText, Instant } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Icon } from '../../ui/icon/icon.component.tsx';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import { Status } from '../../ui/status/status.component.tsx';
import { customerPromisesQuery } from '../collections/promises/promises.queries.ts';
import styles from './correspondence.module.css';
import { type Message, messageHtmlQuery } from './correspondence.queries.ts';
import { DeliveryLine } from './delivery-line.component.tsx';
import { MailFrame } from './mail-frame.component.tsx';
import { KIND_WORDS, MATCH_WORDS, REFUSAL_WORDS, TRUST_WORDS } from './mail-words.ts';

const MakePromise = lazy(async () => ({
  default: (await import('../collections/promises/make-promise.component.tsx')).MakePromise,
}));
const NO_ITEMS: readonly [] = [];
const QUIET_KINDS: ReadonlySet<Message['kind']> = new Set(['automatic', 'meeting_answer']);

export function MessageView(props: { code: string; message: Message; customerId: string | null }): ReactNode {
  const { code, message, customerId } = props;
  const { t } = useTexts();
  const [showsHtml, setShowsHtml] = useState(message.direction === 'out');
  const isIn = message.direction === 'in';
  const names = message.recipients.map(({ name, address }) => name ?? address).join(', ');
  const to = message.postalAddress === null ? names : message.postalAddress.split('\n').join(', ');
  return (
    <article className={styles.message} data-direction={message.direction} aria-label={message.subject}>
      <header>
        <b>{isIn ? (message.fromName ?? message.fromAddress) : message.actorName}</b>
        <span className={styles.quiet}>
          {isIn ? message.fromAddress : t(message.postalAddress === null ? 'mail.to' : 'mail.byPostTo', { names: to })}
        </span>
        <span className={styles.when}>
          <Instant at={message.happenedAt} />
        </span>
      </header>
      <Facts message={message} />
      {message.promises.map((promise) => (
        <SaidToPay key={promise.sentence} code={code} customerId={customerId} message={message} promise={promise} />
      ))}
      {showsHtml ? <HtmlOf code={code} message={message} /> : <pre className={styles.body}>{message.body}</pre>}
      <footer className={styles.files}>
        <button type="button" className={styles.link} onClick={() => setShowsHtml(!showsHtml)}>
          {t(showsHtml ? 'mail.showText' : 'mail.showHtml')}
        </button>
        {message.hasWhole && (
          <a href={`/api/v1/companies/${code}/messages/${message.id}/whole`} download>
            {t('mail.whole')}
          </a>
        )}
        {message.items.map(({ id, number }) => (
          <Link key={id} to="/c/$company/items/$itemId" params={{ company: code, itemId: id }} search={{}}>
            {number}
          </Link>
        ))}
        <Files code={code} message={message} />
      </footer>
      {message.delivery && (
        <DeliveryLine
          code={code}
          messageId={message.id}
          delivery={message.delivery}
          isOnPaper={message.postalAddress !== null}
        />
      )}
    </article>
  );
}

interface SaidProps {
  readonly code: string;
  readonly customerId: string | null;
  readonly message: Message;
  readonly promise: Message['promises'][number];
}

/** Read by rules out of the mail: it becomes a promise when a person has looked at it, once. */
function SaidToPay(props: SaidProps): ReactNode {
  const { t } = useTexts();
  const { code, customerId, promise } = props;
  const [isWriting, setIsWriting] = useState(false);
  const made = usePromisedBy(props);
  const mayPromise = may(useCompany(), 'holds.manage') && customerId !== null && made !== null;
  return (
    <>
      <p className={styles.promise} title={promise.sentence}>
        <Icon name="tick" size={14} />
        <span>
          {t('mail.saysItPays')} {promise.amount && <MoneyInWords value={promise.amount} />} {t('mail.onDay')}{' '}
          <DateText date={promise.on} />
        </span>
        {made?.row && (
          <Link
            to="/c/$company/customers/$customerId"
            params={{ company: code, customerId: made.row.customerId }}
            search={{ show: 'promises' }}
          >
            {t('promises.writtenDown')} <MoneyInWords value={made.row.amount} />,{' '}
            <DateText date={made.row.promisedOn} />
          </Link>
        )}
        {mayPromise && !made?.row && !isWriting && (
          <Button size="compact-xs" variant="default" onClick={() => setIsWriting(true)}>
            {t('promises.make')}
          </Button>
        )}
      </p>
      {isWriting && customerId !== null && (
        <Suspense fallback={null}>
          <MakePromise
            code={code}
            customerId={customerId}
            items={NO_ITEMS}
            said={{ ...promise, messageId: props.message.id }}
            close={() => setIsWriting(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** The promise that was written down from this sentence; null while nobody can say yet. */
function usePromisedBy({ code, customerId, message, promise }: SaidProps) {
  const { data } = useQuery({ ...customerPromisesQuery(code, customerId ?? ''), enabled: customerId !== null });
  if (data === undefined) return null;
  const ofMail = data.rows.filter((row) => row.messageId === message.id && row.state !== 'withdrawn');
  // A mail may name several days: each sentence has the promise of its day, or of its amount.
  const same = ofMail.find(
    (row) => row.promisedOn === promise.on || (promise.amount && row.amount.amount === promise.amount.amount),
  );
  return { row: same ?? (message.promises.length === 1 ? ofMail[0] : undefined) };
}

function Facts({ message }: { message: Message }): ReactNode {
  const { t } = useTexts();
  if (message.direction === 'out') {
    return message.paymentReference ? (
      <p className={styles.facts}>{t('mail.reference', { reference: message.paymentReference })}</p>
    ) : null;
  }
  const { kind, matchedBy, authentication, authenticationDetail, isKnownSender } = message;
  return (
    <p className={styles.facts}>
      {kind !== 'mail' && <Status tone={QUIET_KINDS.has(kind) ? 'quiet' : 'alert'} word={t(KIND_WORDS[kind])} />}
      <span>{matchedBy ? t(MATCH_WORDS[matchedBy]) : t('mail.notMatched')}</span>
      {authentication && (
        <span title={authenticationDetail ?? ''}>
          <Status
            tone={authentication === 'passed' ? 'good' : authentication === 'failed' ? 'alert' : 'quiet'}
            word={t(TRUST_WORDS[authentication])}
          />
        </span>
      )}
      {!isKnownSender && <span className={styles.care}>{t('mail.strangeSender')}</span>}
    </p>
  );
}

function HtmlOf({ code, message }: { code: string; message: Message }): ReactNode {
  const { t } = useTexts();
  const { data, error } = useQuery(messageHtmlQuery(code, message.id));
  if (error) return <ProblemNote error={error} />;
  if (!data) return <p className={styles.quiet}>{t('grid.reading')}</p>;
  if (data.html === null) return <pre className={styles.body}>{message.body}</pre>;
  return (
    <>
      {data.blockedPictures > 0 && (
        <p className={styles.facts}>{t('mail.blockedPictures', { count: data.blockedPictures })}</p>
      )}
      <MailFrame html={data.html} title={message.subject} />
    </>
  );
}

function Files({ code, message }: { code: string; message: Message }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  return message.attachments.map(({ number, name, bytes, refusal }) =>
    refusal === null ? (
      <a key={number} href={`/api/v1/companies/${code}/messages/${message.id}/attachments/${number}`} download={name}>
        <Icon name="file" size={13} /> {name}{' '}
        <span className={styles.quiet}>{formats.count(Math.ceil(bytes / 1024))} kB</span>
      </a>
    ) : (
      <span key={number} className={styles.care}>
        <Icon name="warning" size={13} /> {name}: {t(REFUSAL_WORDS[refusal] ?? 'mail.typeNotAllowed')}
      </span>
    ),
  );
}
