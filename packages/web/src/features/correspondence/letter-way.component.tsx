/** By mail, or on paper for who takes no mail; with what the customer said of how letters reach them. */
import { NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { customerQuery } from '../customers/customers.queries.ts';
import { profileQuery } from '../customers/paying/paying.queries.ts';
import styles from './correspondence.module.css';
import { recipientsQuery } from './correspondence.queries.ts';

const ADDRESS_ROWS = 4;

export function LetterWay(props: {
  code: string;
  customerId: string;
  /** Null: by mail. */
  postalAddress: string | null;
  setPostalAddress: (address: string | null) => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, customerId, postalAddress, setPostalAddress } = props;
  const profile = useQuery(profileQuery(code, customerId)).data?.versions[0]?.fields;
  const recipients = useQuery(recipientsQuery(code, customerId)).data?.rows;
  const name = useQuery(customerQuery(code, customerId)).data?.name ?? '';
  const isByPost = profile?.delivery === 'post';
  const address = [name, isByPost ? profile.invoiceAddress : ''].filter(Boolean).join('\n');
  // Who said that letters go by post gets paper unless somebody says otherwise; once, when it is known.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen later stays so
  useEffect(() => {
    if (isByPost && name !== '') setPostalAddress(address);
  }, [isByPost, name]);
  const nobody = recipients?.every(({ suppressed }) => suppressed !== null) ?? false;
  return (
    <>
      <div className={styles.acts}>
        <NativeSelect
          size="xs"
          aria-label={t('mail.way')}
          value={postalAddress === null ? 'mail' : 'paper'}
          onChange={(event) => setPostalAddress(event.currentTarget.value === 'paper' ? address : null)}
          data={[
            { value: 'mail', label: t('mail.byMail') },
            { value: 'paper', label: t('mail.onPaper') },
          ]}
        />
        {isByPost && <span className={styles.care}>{t('mail.takesPost')}</span>}
        {profile?.delivery === 'portal' && (
          <span className={styles.care}>
            {t('mail.takesPortal', { portal: profile.portalName ?? '' })}{' '}
            {profile.portalUrl && (
              <a href={profile.portalUrl} target="_blank" rel="noopener noreferrer">
                {profile.portalUrl}
              </a>
            )}
          </span>
        )}
        {nobody && postalAddress === null && <span className={styles.care}>{t('mail.nobodyTakesMail')}</span>}
      </div>
      {postalAddress !== null && (
        <Textarea
          size="xs"
          rows={ADDRESS_ROWS}
          label={t('mail.postalAddress')}
          value={postalAddress}
          onChange={(event) => setPostalAddress(event.currentTarget.value)}
        />
      )}
    </>
  );
}
