/** What approvals have carried out of interest: charged as things stand through the day that was asked for, told, or let go. */
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import type { InterestAct, InterestDesk, InterestLetter } from '../../approvals/index.ts';
import { enclosedFile, findSuppressed } from '../../correspondence/index.ts';
import { findCustomer, refusals } from '../../customers/index.ts';
import { chargeAsItStands, waiveInterest } from './interest.usecase.ts';
import type { ChargedNote } from './interest-note.usecase.ts';
import { type NoteLetterOrder, tellOfNote } from './note-letters.usecase.ts';
import { chargePlanAsItStands, waivePlanInterest } from './plan-interest.usecase.ts';
import { previewOfCharge } from './preview-note.usecase.ts';

export const INTEREST_DESK: InterestDesk = {
  async charge(tx, act) {
    const { itemId, entryId } = await charged(tx, act);
    if (act.letter !== null && (await isTaken(tx, act.letter))) await tellOfNote(tx, itemId, orderOf(act.letter));
    return entryId;
  },
  async note(tx, act) {
    const enclosure = await previewOfCharge(tx, {
      charge: (trial) => charged(trial, act),
      language: act.letter?.language ?? null,
    });
    return () => enclosedFile(enclosure);
  },
  async waive(tx, act, { total, reason }) {
    const { planId, toOn, itemIds } = act;
    if (planId !== null) await waivePlanInterest(tx, { planId, toOn, total, reason });
    else await waiveInterest(tx, { customer: await theCustomer(tx, act), itemIds, toOn, total, reason });
  },
};

async function charged(tx: CommandTx, act: InterestAct): Promise<ChargedNote> {
  const { planId, itemIds, currency, toOn } = act;
  if (planId !== null) return chargePlanAsItStands(tx, { planId, toOn });
  return chargeAsItStands(tx, { customer: await theCustomer(tx, act), itemIds, currency, toOn });
}

async function theCustomer(tx: Tx, { customerId }: InterestAct) {
  const customer = await findCustomer(tx, customerId);
  if (customer === undefined) throw notFound('customer', customerId);
  return customer;
}

/** Whoever takes no mail by then is not told: the note says so, and nothing stands in the way of the charge. */
async function isTaken(tx: Tx, { to }: InterestLetter): Promise<boolean> {
  if (!('address' in to)) return true;
  const addresses = [to.address.toLowerCase()];
  const isRefused = (await refusals(tx, { addresses })).some(({ mayMail }) => !mayMail);
  return !isRefused && (await findSuppressed(tx, addresses)).length === 0;
}

function orderOf({ to, language, senderName }: InterestLetter): NoteLetterOrder {
  const way = 'address' in to ? ({ by: 'mail', ...to } as const) : ({ by: 'paper', ...to } as const);
  return { way, senderName, ...(language === null ? {} : { language }) };
}
