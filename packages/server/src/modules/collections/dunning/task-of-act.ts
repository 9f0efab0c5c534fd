/** What a person is to do for a customer's items becomes a task, due when they stop working today, or on the next day that they work. */
import type { PlannedAct } from '@quittance/core/dunning';
import type { CommandTx } from '../../../platform/command/index.ts';
import { moneyJson } from '../../../platform/http/index.ts';
import type { PersonOnDuty } from '../portfolios/people-on-duty.usecase.ts';
import { giveTask as addTask } from '../tasks/tasks.usecase.ts';
import type { KnownCustomer, KnownItem } from './customer-facts.ts';
import { functionalOf } from './plan-customers.ts';
import { taskWords } from './task-words.ts';

const TITLE_CHARS_MAX = 200;
const ITEMS_NAMED_MAX = 20;

/** Its id. */
export async function giveTask(
  tx: CommandTx,
  given: { readonly customer: KnownCustomer; readonly act: PlannedAct; readonly person: PersonOnDuty },
): Promise<string> {
  const { customer, act, person } = given;
  const { record } = customer;
  const words = taskWords(person.locale);
  const amount = words.amount(functionalOf(act), tx.company.functionalCurrency);
  const ids = new Set(act.taken.map(({ item }) => item.id));
  const numbers = customer.items.filter(({ id }: KnownItem) => ids.has(id)).map(({ row }) => row.number);
  const rest = numbers.length - ITEMS_NAMED_MAX;
  const named = [...numbers.slice(0, ITEMS_NAMED_MAX), ...(rest > 0 ? [words.more(rest)] : [])].join(', ');
  const { id } = await addTask(tx, {
    title: words.act(act.step.kind, record.name, amount).slice(0, TITLE_CHARS_MAX),
    note: `${act.step.key}: ${named}`,
    ...{ subjectKind: 'customer', subjectId: record.id, customerId: record.id, assigneeId: person.id },
    ...{ due: { on: tx.today }, recurrence: null, isPinned: false },
    act: {
      ...{ kind: 'step', step: act.step.kind, stepKey: act.step.key, more: Math.max(rest, 0) },
      amount: moneyJson(functionalOf(act), tx.company.functionalCurrency),
      items: numbers.slice(0, ITEMS_NAMED_MAX),
    },
  });
  return id;
}
