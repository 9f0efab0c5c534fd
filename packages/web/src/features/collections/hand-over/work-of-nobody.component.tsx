/** A line for each person whose work nobody sees to: on My day of the team, in the huddle and under Portfolios. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { TextAct } from '../../../ui/act/text-act.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import styles from './hand-over.module.css';
import { type WorkOfNobody as Row, workOfNobodyQuery } from './hand-over.queries.ts';
import { HandOverForm } from './hand-over-form.component.tsx';
import { useHandOverTexts, workInWords } from './hand-over-texts.ts';

/** Nothing while everybody's work is somebody's. With `isHere` it is handed over in place, else a link leads there. */
export function WorkOfNobody({ code, isHere = false }: { code: string; isHere?: boolean }): ReactNode {
  const { own } = useHandOverTexts();
  const rows = useQuery(workOfNobodyQuery(code)).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section className={styles.nobody} aria-label={own('handOver.nobodys')}>
      {isHere && <p className={styles.quiet}>{own('handOver.nobodysHelp')}</p>}
      <ul className={styles.plain}>
        {rows.map((row) => (
          <OnePerson key={row.personId} code={code} row={row} isHere={isHere} />
        ))}
      </ul>
    </section>
  );
}

function OnePerson({ code, row, isHere }: { code: string; row: Row; isHere: boolean }): ReactNode {
  const { own } = useHandOverTexts();
  const manages = may(useCompany(), 'portfolios.manage');
  const [isOpen, setIsOpen] = useState(false);
  const said = `${own('handOver.nobodysOf', { name: row.personName })} ${workInWords(own, row.work)}`;
  return (
    <li>
      <Status tone="alert" word={said} />{' '}
      {manages && isHere && !isOpen && <TextAct onClick={() => setIsOpen(true)}>{own('handOver.see')}</TextAct>}
      {manages && !isHere && (
        <Link
          className={styles.noPrint}
          to="/c/$company/company/$part"
          params={{ company: code, part: 'portfolios' }}
          search={{}}
        >
          {own('handOver.see')}
        </Link>
      )}
      {isOpen && (
        <HandOverForm
          code={code}
          from={{ id: row.personId, name: row.personName }}
          roles={row.roles}
          close={() => setIsOpen(false)}
        />
      )}
    </li>
  );
}
