/** A message to the payer with the one question that would settle the receipt, ready to be corrected, copied and sent. */
import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { textsIn, useTexts } from '../../app/i18n.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language, localeOf } from '../../app/preferences.ts';
import { useCompany, useSession } from '../../app/session.ts';
import { formatsOf } from '../../ui/format/formats.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { contactToAsk } from '../customers/choose-contact.ts';
import { contactsQuery, customerQuery } from '../customers/customers.queries.ts';
import styles from './cash.module.css';
import type { ReceiptDetail } from './cash.types.ts';
import { mailAddress, type PayerMessage, payerMessage } from './payer-message.ts';

export function AskPayer(props: {
  code: string;
  receipt: ReceiptDetail;
  customerId: string | null;
  close: () => void;
}): ReactNode {
  const { receipt, close } = props;
  const { t, language: ownLanguage } = useTexts();
  const [chosen, setChosen] = useState<Language | null>(null);
  const asked = usePersonAsked(props.code, props.customerId);
  const language = chosen ?? asked.language ?? ownLanguage;
  const draft = usePayerMessage(receipt, language);
  return (
    <section
      aria-label={t('cash.askPayer')}
      className={styles.ask}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <SegmentedControl
        size="xs"
        aria-label={t('frame.language')}
        value={language}
        onChange={setChosen}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      {draft && asked.isKnown && <Message key={language} draft={draft} address={asked.address} close={close} />}
    </section>
  );
}

/** Whose address the message goes to and in which language, as far as the customer is known. */
function usePersonAsked(code: string, customerId: string | null) {
  const contacts = useQuery({ ...contactsQuery(code, customerId ?? ''), enabled: customerId !== null });
  const customer = useQuery({ ...customerQuery(code, customerId ?? ''), enabled: customerId !== null });
  const person = contactToAsk(contacts.data?.rows ?? []);
  const language = person?.language ?? customer.data?.language;
  return {
    /** What was typed must not be lost when an answer comes: the message waits for it. */
    isKnown: customerId === null || !(contacts.isPending || customer.isPending),
    address: person?.email ?? customer.data?.email ?? '',
    language: LANGUAGES.find((one) => one === language),
  };
}

function Message(props: { draft: PayerMessage; address: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const { draft, close } = props;
  const [address, setAddress] = useState(props.address);
  const [subject, setSubject] = useState(draft.subject);
  const [body, setBody] = useState(draft.body);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${subject}\n\n${body}`);
    say({ text: t('ask.copied') });
    close();
  };
  const mail = mailAddress({ address, subject, body });
  return (
    <>
      <div className={styles.askHead}>
        <TextInput
          size="xs"
          type="email"
          aria-label={t('ask.toLabel')}
          placeholder={t('ask.noAddress')}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          aria-label={t('ask.subjectLabel')}
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
      </div>
      <Textarea
        size="xs"
        aria-label={t('ask.bodyLabel')}
        autosize
        minRows={4}
        maxRows={9}
        autoFocus
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button onClick={() => void copy()}>{t('ask.copy')}</Button>
        <Button variant="default" component="a" href={mail}>
          {t('ask.openMail')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('act.close')}
        </Button>
      </div>
    </>
  );
}

/** The message in the payer's language, whatever the screens are in. */
function usePayerMessage(receipt: ReceiptDetail, language: Language): PayerMessage | undefined {
  const { user } = useSession();
  const company = useCompany();
  const { data: t } = useQuery({
    queryKey: ['texts', language],
    queryFn: () => textsIn(language),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!t) return undefined;
  const formats = formatsOf(localeOf(language, navigator.languages));
  return payerMessage({ receipt, from: user.name, company: company.name, t, formats });
}
