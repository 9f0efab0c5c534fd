/** Who did what; a digit gives an accolade that all see, and can be taken back. */
import { type ReactNode, useCallback } from 'react';
import { api, dataOf, doneOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany, useSession } from '../../../app/session.ts';
import { TextAct } from '../../../ui/act/text-act.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { useKeys } from '../../../ui/keys/keys.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import styles from './huddle.module.css';
import { type Huddle, useHuddleChange } from './huddle.queries.ts';

type PersonAtWork = Huddle['people'][number];
const DIGITS = 9;

export function PeopleAtWork({ code, huddle, isWall }: { code: string; huddle: Huddle; isWall: boolean }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const me = useSession().user.id;
  const { give, error } = usePraise(code);
  const mayPraise = may(useCompany(), 'activities.write') && !isWall;
  const others = huddle.people.filter(({ personId }) => personId !== me).slice(0, mayPraise ? DIGITS : 0);
  useKeys(
    others.map((person, index) => ({
      key: String(index + 1),
      label: `${t('huddle.praise')}: ${person.name}`,
      act: () => give(person),
    })),
  );
  const figure = (value: number): ReactNode => <td>{value === 0 ? '·' : formats.count(value)}</td>;
  return (
    <section className={styles.section}>
      <h3>{t('huddle.who')}</h3>
      {error && <ProblemNote error={error} />}
      {huddle.people.length === 0 && <p className={styles.quiet}>{t('huddle.noPeople')}</p>}
      {huddle.people.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" aria-label={t('tasks.assignee')} />
              <th scope="col">{t('huddle.contacts')}</th>
              <th scope="col">{t('huddle.made')}</th>
              <th scope="col">{t('huddle.keptBy')}</th>
              <th scope="col">{t('huddle.receipts')}</th>
              {mayPraise && <th scope="col" className={styles.noPrint} aria-label={t('huddle.praise')} />}
            </tr>
          </thead>
          <tbody>
            {huddle.people.map((person) => {
              const digit = others.indexOf(person) + 1;
              return (
                <tr key={person.personId}>
                  <th scope="row">{person.name}</th>
                  {figure(person.contacts)}
                  {figure(person.promises)}
                  {figure(person.promisesKept)}
                  {figure(person.receipts)}
                  {mayPraise && (
                    <td className={styles.noPrint}>
                      {digit > 0 && (
                        <TextAct onClick={() => give(person)}>
                          {t('huddle.praise')} <kbd>{digit}</kbd>
                        </TextAct>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <Accolades code={code} huddle={huddle} me={isWall ? null : me} />
    </section>
  );
}

function usePraise(code: string) {
  const { t } = useTexts();
  const takeBack = useTakeBack(code);
  const praise = useHuddleChange(code, async ({ person, text }: { person: PersonAtWork; text: string }) => {
    const body = { personId: person.personId, text };
    const { id } = await dataOf(
      api.POST('/api/v1/companies/{company}/accolades', { params: { path: { company: code } }, body }),
    );
    const undo = (): void => takeBack.mutate(id);
    say({ text: t('huddle.accoladeGiven', { name: person.name, text }), undo });
  });
  const { mutate } = praise;
  const give = useCallback(
    (person: PersonAtWork): void => {
      const { contacts, promises, receipts } = person;
      mutate({ person, text: t('huddle.praiseText', { contacts, promises, receipts }) });
    },
    [mutate, t],
  );
  return { give, error: praise.error };
}

function useTakeBack(code: string) {
  return useHuddleChange(code, (id: string) =>
    doneOf(
      api.POST('/api/v1/companies/{company}/accolades/{id}/withdraw', { params: { path: { company: code, id } } }),
    ),
  );
}

function Accolades({ code, huddle, me }: { code: string; huddle: Huddle; me: string | null }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const takeBack = useTakeBack(code);
  return (
    <>
      <h3>{t('huddle.accolades')}</h3>
      {huddle.accolades.length === 0 && me !== null && <p className={styles.quiet}>{t('huddle.noAccolades')}</p>}
      <ul className={styles.plain}>
        {huddle.accolades.map((one) => (
          <li key={one.id}>
            <b>{one.personName}</b> {one.text}{' '}
            <span className={styles.quiet}>
              {formats.weekday(one.day)}, {one.givenByName}
            </span>
            {one.givenBy === me && (
              <TextAct className={styles.noPrint ?? ''} onClick={() => takeBack.mutate(one.id)}>
                {t('huddle.takeBack')}
              </TextAct>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
