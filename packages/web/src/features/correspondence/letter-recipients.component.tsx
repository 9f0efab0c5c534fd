/** Whom a letter goes to: contacts who may be written to, and any other address. */
import { Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import type { Addressee } from './composer.component.tsx';
import styles from './correspondence.module.css';
import { recipientsQuery } from './correspondence.queries.ts';

export function Recipients(props: {
  code: string;
  customerId: string | null;
  to: readonly Addressee[];
  setTo: (to: readonly Addressee[]) => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, customerId, to, setTo } = props;
  const [typed, setTyped] = useState('');
  const known = useQuery({ ...recipientsQuery(code, customerId ?? ''), enabled: customerId !== null }).data?.rows ?? [];
  const first = known.find(({ isPrimary, suppressed }) => isPrimary && suppressed === null);
  const isUntouched = to.length === 0;
  // The primary contact is whom most letters are for; once, when the contacts have come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is unticked later stays so
  useEffect(() => {
    if (first && isUntouched) setTo([{ address: first.address, name: first.name }]);
  }, [first?.address]);
  const others = to.filter(({ address }) => known.every((row) => row.address.toLowerCase() !== address.toLowerCase()));
  const has = (address: string): boolean => to.some((one) => one.address.toLowerCase() === address.toLowerCase());
  const toggle = (one: Addressee): void =>
    setTo(
      has(one.address) ? to.filter(({ address }) => address.toLowerCase() !== one.address.toLowerCase()) : [...to, one],
    );
  const add = (): void => {
    const address = typed.trim();
    if (/^[^\s@]+@[^\s@]+$/.test(address) && !has(address)) setTo([...to, { address, name: null }]);
    setTyped('');
  };
  return (
    <fieldset className={styles.recipients}>
      <legend>{t('mail.recipients')}</legend>
      {known.map((row) => (
        <Checkbox
          key={row.contactId}
          size="xs"
          checked={has(row.address)}
          disabled={row.suppressed !== null}
          onChange={() => toggle({ address: row.address, name: row.name })}
          label={`${row.name} · ${row.address}${row.suppressed === null ? '' : ` (${t('mail.getsNothing')})`}`}
        />
      ))}
      {others.map((one) => (
        <Checkbox
          key={one.address}
          size="xs"
          checked
          onChange={() => toggle(one)}
          label={[one.name, one.address].filter(Boolean).join(' · ')}
        />
      ))}
      <TextInput
        size="xs"
        type="email"
        aria-label={t('mail.otherAddress')}
        placeholder={t('mail.otherAddress')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={add}
        onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && add()}
      />
    </fieldset>
  );
}
