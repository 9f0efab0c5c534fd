/** Beside an address that gets no mail any more: since when and why, and the way to where it is lifted. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { useFormats, useTimeZone } from '../../ui/format/formats.context.ts';
import { Status } from '../../ui/status/status.component.tsx';
import { suppressedQuery } from './correspondence.queries.ts';
import { stoppedWord } from './stopped-mail.ts';

/** Of an address, "mail came back on 09 Nov 2026"; null of one that gets mail, and for who may not see mail. */
export function useStoppedWord(code: string, customerId: string): (address: string | null) => string | null {
  const { t } = useTexts();
  const formats = useFormats();
  const zone = useTimeZone();
  const company = useCompany();
  const { data } = useQuery({ ...suppressedQuery(code, customerId), enabled: may(company, 'correspondence.read') });
  const rows = data?.rows;
  return useCallback((address) => stoppedWord(rows ?? [], address, { t, formats, zone }), [rows, t, formats, zone]);
}

export function StoppedMail(props: { code: string; customerId: string; address: string | null }): ReactNode {
  const { t } = useTexts();
  const { code, customerId, address } = props;
  const word = useStoppedWord(code, customerId)(address);
  if (word === null) return null;
  return (
    <span>
      <Status tone="alert" word={word} />{' '}
      <Link to="/c/$company/company/$part" params={{ company: code, part: 'mail' }} search={{}}>
        {t('customers.mailLift')}
      </Link>
    </span>
  );
}
