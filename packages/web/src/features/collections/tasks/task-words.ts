/** What a task says: a task of the ladder in the reader’s language, any other as it was written. */
import type { TextKey, Translate } from '../../../app/i18n.ts';
import type { MoneyText } from '../../../ui/money/money-text.ts';
import type { Task } from './tasks.queries.ts';

type Step = Extract<NonNullable<Task['act']>, { kind: 'step' }>['step'];

const STEP_WORDS: Readonly<Record<Step, TextKey>> = {
  pre_due: 'tasks.actPreDue',
  statement: 'tasks.actStatement',
  notice: 'tasks.actNotice',
  call: 'tasks.actCall',
  escalation: 'tasks.actEscalation',
  hold_proposal: 'tasks.actHoldProposal',
  legal: 'tasks.actLegal',
};

export interface TaskWords {
  readonly title: string;
  readonly note: string;
}

export function taskWords(
  { act, title, note, customerName }: Pick<Task, 'act' | 'title' | 'note' | 'customerName'>,
  { t, money }: { readonly t: Translate; readonly money: (amount: MoneyText) => string },
): TaskWords {
  if (act === null) return { title, note };
  const customer = customerName ?? '';
  if (act.kind === 'returned') {
    return { title: t('tasks.actReturned', { customer, address: act.address }), note: t('tasks.returnedNote') };
  }
  const amount = `${money(act.amount)} ${act.amount.currency}`;
  const named = act.items.join(', ');
  const items = act.more > 0 ? t('tasks.actMore', { items: named, count: act.more }) : named;
  return {
    title: t(STEP_WORDS[act.step], { customer, amount }),
    note: t('tasks.actItems', { step: act.stepKey, items }),
  };
}
