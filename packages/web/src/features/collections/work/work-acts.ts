/** What can be done with a customer of the list, each by one key: the same keys on the row and in the panel. */
import type { TextKey } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';

/** Opens the sheet to speak by, or a form. */
export type Begun = 'call' | 'mail' | 'promise' | 'note' | 'task' | 'snooze';

export interface WorkAct {
  readonly key: string;
  readonly word: TextKey;
  /** Done and bring back happen at once. */
  readonly act: Begun | 'done' | 'bringBack';
}

export function useWorkActs(isAside: boolean): readonly WorkAct[] {
  const company = useCompany();
  const writes = may(company, 'activities.write');
  const when = (is: boolean, ...acts: readonly WorkAct[]): readonly WorkAct[] => (is ? acts : []);
  return [
    ...when(writes, { key: 'c', word: 'myDay.call', act: 'call' }),
    ...when(may(company, 'correspondence.write'), { key: 'm', word: 'myDay.mail', act: 'mail' }),
    ...when(may(company, 'holds.manage'), { key: 'p', word: 'myDay.promise', act: 'promise' }),
    ...when(writes, { key: 'n', word: 'myDay.note', act: 'note' }, { key: 't', word: 'myDay.task', act: 'task' }),
    ...when(
      writes && !isAside,
      { key: 'z', word: 'myDay.snooze', act: 'snooze' },
      { key: 'e', word: 'myDay.done', act: 'done' },
    ),
    ...when(writes && isAside, { key: 'u', word: 'myDay.bringBack', act: 'bringBack' }),
  ];
}
