/** Interest on late payment: one note was charged, one proposal let go; the rest waits to be decided. */
import { currencyCode } from '@quittance/core/money';
import { chargeInterest, type Proposal, proposals, waiveInterest } from '../../modules/collections/index.ts';
import type { Team } from './team.ts';

const LOOKED_AT = 200;
const LINES_MAX = 8;

/** A few items, none of them disputed: what one decides at once. */
function isOrdinary({ disputedMinor, lines }: Proposal): boolean {
  return disputedMinor === 0n && lines.length <= LINES_MAX;
}

export async function decideOnInterest(team: Team): Promise<void> {
  const rows = await team.place.database.read(team.scope('manager'), (tx) =>
    proposals(tx, { after: undefined, limit: LOOKED_AT }),
  );
  const late = rows.rows.filter((one): one is Proposal => 'feeMinor' in one && isOrdinary(one));
  const [charged, waived] = late.map(({ customer, currency, interestMinor, feeMinor, lines }) => ({
    customer,
    itemIds: lines.map(({ itemId }) => itemId),
    total: { amountMinor: interestMinor + feeMinor, currency: currencyCode(currency) },
  }));
  if (charged) await team.act('manager', 'interest.charge', (tx) => chargeInterest(tx, charged));
  const reason = 'First delay in three years; they have been told that the next one is charged';
  if (waived)
    await team.act('manager', 'interest.waive', (tx) => waiveInterest(tx, { ...waived, reason }).then(() => null));
}
