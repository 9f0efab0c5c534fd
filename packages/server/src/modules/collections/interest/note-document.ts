/** A note over interest with all that its page says. */
import type { LocalDate } from '@quittance/core/calendar';
import type { LetterLanguage } from '@quittance/core/correspondence';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { type Enclosure, LETTER_WORDS, letterSettings } from '../../correspondence/index.ts';
import { findCustomer } from '../../customers/index.ts';
import { notePage } from './note-page.ts';
import { NOTE_WORDS } from './note-words.ts';
import { type InterestNote, type NoteContent, noteContent } from './notes.queries.ts';

export interface NoteDocument {
  readonly companyName: string;
  readonly settings: Awaited<ReturnType<typeof letterSettings>>;
  /** Its number and tax number stand under the name. */
  readonly customer: { readonly name: string; readonly lines: readonly string[] };
  readonly language: LetterLanguage;
  readonly state: 'standing' | 'preview' | 'cancelled';
  readonly itemId: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly currency: string;
  readonly interestMinor: bigint;
  readonly feeMinor: bigint;
  readonly openMinor: bigint;
  readonly content: NoteContent;
}

/** Rows on some eighty sheets: who asks for more takes fewer items. */
const NOTE_ITEMS_MAX = 2_000;

/** To be drawn when the transaction is over. Throws `interest_note_too_long`. */
export async function noteEnclosure(
  tx: Tx,
  note: InterestNote,
  { language, isPreview = false }: { readonly language: LetterLanguage; readonly isPreview?: boolean },
): Promise<Enclosure> {
  const customer = await findCustomer(tx, note.customerId);
  if (customer === undefined) throw notFound('customer', note.customerId);
  const content = await noteContent(tx, note.id);
  if (content.lines.length > NOTE_ITEMS_MAX) {
    const message = `${note.number} asks for ${content.lines.length} items; a letter lists at most ${NOTE_ITEMS_MAX}. Charge fewer items with one note.`;
    throw new AppError('interest_note_too_long', message, { details: { number: note.number } });
  }
  const { number, issuedOn, dueOn, currency, interestMinor, feeMinor, openMinor, itemId, isCancelled } = note;
  const taxId = customer.taxId === null ? [] : [`${NOTE_WORDS[language].taxId} ${customer.taxId}`];
  const page = notePage({
    ...{ companyName: tx.company.name, settings: await letterSettings(tx), language, content, itemId },
    ...{ number, issuedOn, dueOn, currency, interestMinor, feeMinor, openMinor },
    customer: { name: customer.name, lines: [`${LETTER_WORDS[language].customer} ${customer.number}`, ...taxId] },
    state: isPreview ? 'preview' : isCancelled ? 'cancelled' : 'standing',
  });
  return { name: `${NOTE_WORDS[language].title} ${number}`, page };
}
