/** What a person is to do for a customer's items becomes a task, due at the end of the day. */
import { addDays, instantInZone } from '@quittance/core/calendar';
import type { PlannedAct } from '@quittance/core/dunning';
import { formatAmount } from '@quittance/core/money';
import type { StepKind } from '@quittance/core/strategies';
import type { CommandTx } from '../../../platform/command/index.ts';
import { newId } from '../../../platform/ids.ts';
import { insertTask } from '../tasks/tasks.queries.ts';
import type { KnownCustomer, KnownItem } from './customer-facts.ts';
import { functionalOf } from './plan-customers.ts';

const TITLES: Readonly<Record<StepKind, string>> = {
  pre_due: 'Remind',
  statement: 'Send a statement to',
  notice: 'Send a notice by post to',
  call: 'Call',
  escalation: 'Escalate',
  hold_proposal: 'Decide whether to stop orders of',
  legal: 'Decide on legal steps against',
};

const TITLE_CHARS_MAX = 200;
const ITEMS_NAMED_MAX = 20;

/** Its id. */
export async function giveTask(
  tx: CommandTx,
  given: { readonly customer: KnownCustomer; readonly act: PlannedAct; readonly personId: string },
): Promise<string> {
  const { customer, act, personId } = given;
  const { record } = customer;
  const amount = `${formatAmount(functionalOf(act), tx.company.functionalCurrency)} ${tx.company.functionalCurrency}`;
  const ids = new Set(act.taken.map(({ item }) => item.id));
  const numbers = customer.items.filter(({ id }: KnownItem) => ids.has(id)).map(({ row }) => row.number);
  const rest = numbers.length - ITEMS_NAMED_MAX;
  const named = [...numbers.slice(0, ITEMS_NAMED_MAX), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
  const id = newId();
  await insertTask(tx, {
    id,
    title: `${TITLES[act.step.kind]} ${record.name}: ${amount} overdue`.slice(0, TITLE_CHARS_MAX),
    note: `${act.step.key}: ${named}`,
    ...{ subjectKind: 'customer', subjectId: record.id, customerId: record.id, assigneeId: personId },
    dueAt: instantInZone(addDays(tx.today, 1), '00:00', tx.company.timeZone),
    ...{ recurrence: null, isPinned: false },
  });
  return id;
}
