/** Receipts that came to the wrong company of the group: sent on by intercompany clearing on the demo's last day. */
import { receiveTransfers, sendToCompany } from '../../modules/ledger/index.ts';
import { runCommand } from '../../platform/command/index.ts';
import type { Team } from '../collecting/team.ts';
import { SLOTS } from '../history/events.ts';
import type { CompanyHistory } from '../history/history.ts';
import type { CompanyPlace } from './load-company.ts';
import type { Registry } from './registry.ts';

const TRANSFERS = 2;

export interface LoadedCompany {
  readonly place: CompanyPlace;
  readonly history: CompanyHistory;
  readonly registry: Registry;
  readonly team: Team;
}

/** Some of the money that was paid twice to one company was meant for the other. */
export async function transferReceipts(sides: {
  readonly from: LoadedCompany;
  readonly to: LoadedCompany;
}): Promise<void> {
  const { from, to } = sides;
  const { through } = from.history.trade.period;
  const scopeOf = ({ place }: LoadedCompany) => ({ company: place.company, actor: place.actors.manager });
  for (const { place } of [from, to]) place.clock.turnTo(through, SLOTS.closing.minute);
  const meant = from.history.entered.filter(
    ({ payment, line }) =>
      payment.story.kind === 'duplicate' &&
      payment.story.refundedOn === null &&
      line.currency === from.place.company.functionalCurrency,
  );
  for (const { line } of meant.slice(-TRANSFERS)) {
    const order = {
      itemId: from.registry.itemId({ number: line.reference, instalment: 0 }),
      amountMinor: line.amountMinor,
      toCompany: to.place.company,
      effectiveOn: through,
      reason: 'meant for the other company of the group',
    };
    const command = { action: 'ledger.intercompany.send', body: { receipt: line.reference } };
    await runCommand(from.place.database, scopeOf(from), command, (tx) => sendToCompany(tx, order));
  }
  const unidentifiedId = to.registry.unidentifiedId;
  await receiveTransfers(to.place.database, { from: scopeOf(from), to: scopeOf(to), unidentifiedId });
}
