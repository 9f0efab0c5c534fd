/** The procure-to-pay profile: what holds, changed in place, and what each version changed. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { customerQuery } from '../customers.queries.ts';
import styles from './paying.module.css';
import { type Profile, profileQuery } from './paying.queries.ts';
import { ProfileForm } from './profile-form.component.tsx';
import { saidFields } from './profile-words.ts';

export function ProfilePart({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [isChanging, setIsChanging] = useState(false);
  const customer = useQuery(customerQuery(code, customerId)).data;
  const profile = useQuery(profileQuery(code, customerId));
  if (profile.error) return <ProblemNote error={profile.error} retry={() => void profile.refetch()} />;
  if (!profile.data) return null;
  const [current] = profile.data.versions;
  const mayChange = may(company, 'customers.write') && customer?.kind === 'regular' && customer.mergedInto === null;
  return (
    <section className={styles.section}>
      <h3>{t('paying.profile')}</h3>
      {isChanging ? (
        <ProfileForm code={code} customerId={customerId} current={current} close={() => setIsChanging(false)} />
      ) : (
        <>
          {current ? <Said profile={current} /> : <p className={styles.quiet}>{t('paying.empty')}</p>}
          {mayChange && (
            <div>
              <Button variant="default" size="xs" onClick={() => setIsChanging(true)}>
                {t('paying.change')}
              </Button>
            </div>
          )}
        </>
      )}
      {profile.data.versions.length > 0 && <Versions versions={profile.data.versions} />}
    </section>
  );
}

function Said({ profile }: { profile: Profile }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  return (
    <dl className={styles.story}>
      {saidFields(profile.fields, t, formats.locale).map(
        ({ key, text }) =>
          text !== null && (
            <div key={key} style={{ display: 'contents' }}>
              <dt>{t(key)}</dt>
              <dd>
                {key === 'paying.portalUrl' ? (
                  <a href={text} target="_blank" rel="noreferrer noopener">
                    {text}
                  </a>
                ) : (
                  text
                )}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Versions({ versions }: { versions: readonly Profile[] }): ReactNode {
  const { t } = useTexts();
  return (
    <>
      <h4>{t('paying.history')}</h4>
      <ol className={styles.versions}>
        {versions.map((version, index) => (
          <li key={version.number}>
            {t('paying.changedBy', { number: version.number, name: version.setByName })}{' '}
            <span className={styles.quiet}>
              <Instant at={version.setAt} />
            </span>
            <Changed now={version} before={versions[index + 1]} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** What this version says otherwise than the one before. */
function Changed({ now, before }: { now: Profile; before: Profile | undefined }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  if (!before) return null;
  const earlier = saidFields(before.fields, t, formats.locale);
  const changed = saidFields(now.fields, t, formats.locale).filter(({ text }, index) => text !== earlier[index]?.text);
  return changed.map(({ key, text }) => (
    <div key={key} className={styles.quiet}>
      {t(key)}: {earlier.find((one) => one.key === key)?.text ?? t('paying.nothing')} → {text ?? t('paying.nothing')}
    </div>
  ));
}
