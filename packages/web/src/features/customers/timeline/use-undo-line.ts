/** Taking back what a line tells, where that can be done in one step; what needs more is done where it is read. */
import { useAct } from '../../../app/act.ts';
import { api, doneOf } from '../../../app/api.ts';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany, useSession } from '../../../app/session.ts';
import type { TimelineLine } from './timeline.queries.ts';

type Undo = NonNullable<TimelineLine['undo']>;

const UNDO_WORDS: Readonly<Record<Undo['kind'], TextKey>> = {
  activity: 'customers.takeBack',
  hold: 'holds.release',
  task: 'timeline.reopen',
  promise: 'timeline.withdraw',
};

export interface LineUndo {
  readonly kind: Undo['kind'];
  readonly word: string;
  /** Has to be told why. */
  readonly needsReason: boolean;
}

/** Null when it cannot be taken back, or not by this person: what another wrote stays theirs. */
export function useUndoOf(): (line: TimelineLine) => LineUndo | null {
  const { t } = useTexts();
  const company = useCompany();
  const session = useSession();
  return ({ undo, actorId }) => {
    if (undo === null) return null;
    const needed = undo.kind === 'activity' || undo.kind === 'task' ? 'activities.write' : 'holds.manage';
    if (!may(company, needed)) return null;
    if (undo.kind === 'activity' && actorId !== session.user.id) return null;
    const needsReason = undo.kind === 'hold' || undo.kind === 'promise';
    return { kind: undo.kind, word: t(UNDO_WORDS[undo.kind]), needsReason };
  };
}

export function useUndoing(code: string, done: () => void) {
  const { t } = useTexts();
  return useAct(
    ({ undo, reason }: { undo: Undo; reason: string }) => {
      const params = { path: { company: code, id: undo.id } };
      if (undo.kind === 'activity')
        return doneOf(api.DELETE('/api/v1/companies/{company}/activities/{id}', { params }));
      if (undo.kind === 'task') return doneOf(api.POST('/api/v1/companies/{company}/tasks/{id}/reopen', { params }));
      const body = { reason };
      return undo.kind === 'hold'
        ? doneOf(api.POST('/api/v1/companies/{company}/holds/{id}/release', { params, body }))
        : doneOf(api.POST('/api/v1/companies/{company}/promises/{id}/withdrawal', { params, body }));
    },
    { said: () => t('timeline.undone'), done },
  );
}
