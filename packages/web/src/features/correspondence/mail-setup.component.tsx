/** What a company's mail is set up with: mailboxes, what letters say of the company, and the texts of letters. */
import type { ReactNode } from 'react';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import styles from './correspondence.module.css';
import { LetterSettings } from './letter-settings.component.tsx';
import { Mailboxes } from './mailboxes.component.tsx';
import { Suppressed } from './suppressed.component.tsx';
import { TemplateEditor } from './template-editor.component.tsx';

export function MailSetupView(): ReactNode {
  const company = useCompany();
  const mayManage = may(company, 'correspondence.manage');
  return (
    <div className={styles.setup}>
      <Mailboxes code={company.code} mayManage={mayManage} />
      <LetterSettings code={company.code} mayManage={mayManage} />
      <Suppressed code={company.code} mayLift={may(company, 'correspondence.write')} />
      <TemplateEditor code={company.code} mayManage={mayManage} />
    </div>
  );
}
