/** Tasks of the team: overdue, due today, to come, recurring, with somebody named in them. */
import type { Recurrence } from '@quittance/core/tasks';
import { addTask } from '../../modules/collections/index.ts';
import { addBusinessDays, businessDayFrom } from '../business-days.ts';
import type { DemoCustomer } from '../customers/customers.ts';
import type { Member, Team } from './team.ts';

interface TaskTold {
  readonly title: string;
  readonly note?: string;
  readonly to: Member;
  readonly by?: Member;
  /** Business days from the demo's today. */
  readonly inDays: number;
  readonly recurrence?: Recurrence;
  readonly isPinned?: boolean;
  readonly about?: DemoCustomer | undefined;
}

export async function giveTasks(team: Team): Promise<void> {
  const [, , third, fourth, fifth, sixth] = team.history.trade.customers;
  const manager = team.actor('manager').name;
  const tasks: readonly TaskTold[] = [
    {
      title: 'Import the bank’s statement before the first call',
      to: 'collections_analyst',
      inDays: 0,
      recurrence: { kind: 'daily' },
      isPinned: true,
    },
    {
      title: 'Send the portal the three rejected invoices again',
      to: 'collections_analyst',
      by: 'manager',
      inDays: 0,
      about: third,
      note: 'They were refused for the order number: it is in the mail of Tuesday.',
    },
    {
      title: 'Proof of delivery for their accounts payable',
      to: 'collections_analyst',
      by: 'dispute_analyst',
      inDays: -2,
      about: fourth,
    },
    {
      title: 'Statements to key accounts',
      to: 'collections_analyst',
      inDays: 1,
      recurrence: { kind: 'weekly', weekdays: [1], everyWeeks: 2 },
    },
    {
      title: 'What is disputed for longer than 30 days: list for the manager',
      note: `@${manager} wants it with a next step for each.`,
      to: 'collections_analyst',
      inDays: 3,
      recurrence: { kind: 'monthly_working_day', nth: -1 },
    },
    {
      title: 'Credit limit: what do we allow until their plan is paid?',
      to: 'administrator',
      by: 'collections_analyst',
      inDays: 0,
      about: fifth,
      note: 'Sales asks before the next order.',
    },
    { title: 'Look through the holidays of next year', to: 'administrator', by: 'manager', inDays: 2 },
    {
      title: 'Two signatures are missing on the framework contract',
      to: 'manager',
      by: 'collections_analyst',
      inDays: -1,
      about: sixth,
    },
  ];
  for (const told of tasks) await give(team, told);
}

async function give(
  team: Team,
  { title, note = '', to, by = to, inDays, recurrence, isPinned = false, about }: TaskTold,
): Promise<void> {
  const { today } = team.history.trade.period;
  const on = inDays === 0 ? businessDayFrom(today) : addBusinessDays(today, inDays);
  const customerId = about === undefined ? null : team.customerId(about);
  const subject =
    customerId === null
      ? { subjectKind: null, subjectId: null }
      : ({ subjectKind: 'customer', subjectId: customerId } as const);
  const draft = {
    title,
    note,
    assigneeId: team.actor(to).id,
    due: { on },
    recurrence: recurrence ?? null,
    isPinned,
    customerId,
    ...subject,
  };
  await addTask(team.caller(by, 'task.add'), draft);
}
