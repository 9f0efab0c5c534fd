/** A message to the payer with the one question that would settle the receipt, ready to be corrected, copied and sent. */
import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../app/api.ts';
import { askAnew } from '../../app/ask-anew.ts';
import { useTexts } from '../../app/i18n.ts';
import { useCompany, useSession } from '../../app/session.ts';
import { useProblemText } from '../../ui/form/problem-text.ts';
import { formatsOf } from '../../ui/format/formats.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { contactToAsk } from '../customers/choose-contact.ts';
import { contactsQuery, customerQuery } from '../customers/customers.queries.ts';
import styles from './cash.module.css';
import type { ReceiptDetail } from './cash.types.ts';
import {
  LETTER_LANGUAGE_NAMES,
  LETTER_LANGUAGES,
  type LetterLanguage,
  letterIn,
  letterLocale,
} from './letters/letters.ts';
import { mailAddress, type PayerMessage, payerMessage } from './payer-message.ts';

export function AskPayer(props: {
  code: string;
  receipt: ReceiptDetail;
  customerId: string | null;
  close: () => void;
}): ReactNode {
  const { receipt, close } = props;
  const { t, language: ownLanguage } = useTexts();
  const [chosen, setChosen] = useState<LetterLanguage | null>(null);
  const asked = usePersonAsked(props.code, props.customerId);
  const language = chosen ?? asked.language ?? ownLanguage;
  const draft = usePayerMessage(receipt, language);
  const keep = useKeepQuestion({ code: props.code, receipt, customerId: props.customerId, language });
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
        data={LETTER_LANGUAGES.map((value) => ({ value, label: LETTER_LANGUAGE_NAMES[value] }))}
      />
      {draft && asked.isKnown && (
        <Message key={language} draft={draft} address={asked.address} close={close} keep={keep} />
      )}
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
    language: LETTER_LANGUAGES.find((one) => one === language),
  };
}

type Sent = PayerMessage & { readonly address: string };

/** That it was asked, when and in which words, is kept: from now on the receipt waits for the customer. */
function useKeepQuestion(given: {
  code: string;
  receipt: ReceiptDetail;
  customerId: string | null;
  language: LetterLanguage;
}): (sent: Sent) => void {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const { code: company, receipt, customerId, language } = given;
  const mutation = useMutation({
    mutationFn: (sent: Sent) => {
      const questionCode = receipt.decision?.questionCode ?? null;
      const body = { ...sent, customerId, language, questionCode };
      return api.POST('/api/v1/companies/{company}/receipts/{id}/questions', {
        params: { path: { company, id: receipt.id } },
        body,
      });
    },
    onSuccess: async () => {
      say({ text: t('ask.kept') });
      await askAnew(queryClient);
    },
    onError: (error) => say({ text: problemText(error), isProblem: true }),
  });
  return mutation.mutate;
}

function Message(props: {
  draft: PayerMessage;
  address: string;
  close: () => void;
  keep: (sent: Sent) => void;
}): ReactNode {
  const { t } = useTexts();
  const { draft, close } = props;
  const [address, setAddress] = useState(props.address);
  const [subject, setSubject] = useState(draft.subject);
  const [body, setBody] = useState(draft.body);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${subject}\n\n${body}`);
    props.keep({ address, subject, body });
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
        <Button
          variant="default"
          component="a"
          href={mail}
          onClick={() => {
            props.keep({ address, subject, body });
            close();
          }}
        >
          {t('ask.openMail')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('act.close')}
        </Button>
      </div>
    </>
  );
}

/** The message in the payer’s language, whatever the screens are in. */
function usePayerMessage(receipt: ReceiptDetail, language: LetterLanguage): PayerMessage | undefined {
  const { user } = useSession();
  const company = useCompany();
  const { data: letter } = useQuery({
    queryKey: ['letter', language],
    queryFn: () => letterIn(language),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!letter) return undefined;
  const formats = formatsOf(letterLocale(language, navigator.languages));
  return payerMessage({ receipt, from: user.name, company: company.name, letter, formats });
}
