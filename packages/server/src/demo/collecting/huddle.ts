/** What the team says before each other: praise for the day before, and what stands in the way. */
import { endBlocker, giveAccolade, raiseBlocker } from '../../modules/collections/index.ts';
import type { Team } from './team.ts';

export async function praise(team: Team): Promise<void> {
  const accolades = [
    { by: 'manager', to: 'collections_analyst', text: 'Three old promises turned into money in one morning.' },
    { by: 'collections_analyst', to: 'cash_analyst', text: 'Found the sender of four payments before the first call.' },
    { by: 'bengaluru', to: 'manila', text: 'Stayed on the line until accounts payable found all seven invoices.' },
  ] as const;
  for (const { by, to, text } of accolades) {
    await team.act(by, 'accolade.give', (tx) => giveAccolade(tx, { personId: team.actor(to).id, text }));
  }
}

export async function nameBlockers(team: Team): Promise<void> {
  const [largest] = team.history.trade.customers;
  const blockers = [
    {
      text: 'The supplier portal of our largest customer rejects invoices without a position: billing has to change the print.',
      owner: 'administrator',
      customer: largest,
    },
    {
      text: 'Nobody in sales answers for orders of closed branches; four disputes wait for a name.',
      owner: 'dispute_analyst',
      customer: undefined,
    },
    {
      text: 'The bank sends the statement of the foreign account only on Fridays.',
      owner: 'cash_analyst',
      customer: undefined,
    },
  ] as const;
  const ids: string[] = [];
  for (const { text, owner, customer } of blockers) {
    const customerId = customer === undefined ? null : team.customerId(customer);
    const draft = { text, ownerId: team.actor(owner).id, customerId, itemId: null, nextOn: null };
    ids.push(await team.act('manager', 'blocker.raise', (tx) => raiseBlocker(tx, draft)));
  }
  const solved = ids.at(-1) ?? '';
  const solution = 'Daily from next month; until then by hand on Wednesdays.';
  await team.act('cash_analyst', 'blocker.solve', (tx) => endBlocker(tx, solved, solution).then(() => null));
}
