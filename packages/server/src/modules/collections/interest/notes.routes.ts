/** Notes over interest: what their customers were told, the notes as PDF, and the letters that tell of them. */
import { LETTER_LANGUAGES } from '@quittance/core/correspondence';
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database, Tx } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  moneyInputSchema,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../../platform/http/index.ts';
import { enclosedFile } from '../../correspondence/index.ts';
import { recordsOfParty } from '../../customers/index.ts';
import { LATE_ITEMS_MAX } from './late-items.queries.ts';
import { noteEnclosure } from './note-document.ts';
import { letterOrderSchema, letterRefSchema, orderOf } from './note-letter.schemas.ts';
import { noteToldOtherwise, tellOfCancellation, tellOfNote } from './note-letters.usecase.ts';
import { noteJson, noteSchema } from './notes.json.ts';
import { findNote, type InterestNote, listNotes } from './notes.queries.ts';
import { noteLanguage, previewNote } from './preview-note.usecase.ts';

const TAG = 'interest';
const HOW_CHARS_MAX = 300;
const params = z.object({ itemId: z.uuid() });
const languageQuery = z.enum(LETTER_LANGUAGES).optional();

export function registerNoteRoutes(app: HttpApp, database: Database): void {
  registerReading(app, database);
  registerPreviews(app, database);
  registerTelling(app, database);
}

function registerReading(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/interest-notes',
    permission: 'ledger.read',
    tag: TAG,
    summary: 'Debit notes over interest, the latest first, with what their customers were told',
    query: pageQuerySchema.extend({ customerId: z.uuid().optional() }),
    answer: pageSchema(noteSchema),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const [before] = decodeCursor(query.cursor, 1) ?? [];
        const { customerId, limit } = query;
        const customerIds = customerId === undefined ? undefined : await recordsOfParty(tx, customerId);
        const found = await listNotes(tx, { customerIds, before, limit: limit + 1 });
        return pageOf(found.map(noteJson), limit, (row) => [row.id]);
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/interest-notes/:itemId',
    permission: 'ledger.read',
    tag: TAG,
    summary: 'The note over interest that an item is; null: it is another document',
    params,
    answer: z.object({ note: noteSchema.nullable() }),
    handler: ({ scope, params: { itemId } }) =>
      database.read(scope, async (tx) => {
        const note = await findNote(tx, itemId);
        return { note: note === undefined ? null : noteJson(note) };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/interest-notes/:itemId/pdf',
    permission: 'ledger.read',
    tag: TAG,
    summary: 'A note over interest as PDF, in the customer’s language',
    params,
    query: z.object({ language: languageQuery }),
    answer: 'file',
    handler: async ({ scope, params: { itemId }, query }) => {
      const enclosure = await database.read(scope, async (tx) => {
        const note = await theNote(tx, itemId);
        return noteEnclosure(tx, note, { language: query.language ?? (await noteLanguage(tx, note)) });
      });
      return enclosedFile(enclosure);
    },
  });
}

async function theNote(tx: Tx, itemId: string): Promise<InterestNote> {
  const note = await findNote(tx, itemId);
  if (note === undefined) throw notFound('interest note', itemId);
  return note;
}

const previewBody = z.object({
  note: z.union([
    z.strictObject({ itemId: z.uuid() }),
    z.strictObject({ planId: z.uuid(), total: moneyInputSchema }),
    z.strictObject({
      customerId: z.uuid(),
      itemIds: z.array(z.uuid()).min(1).max(LATE_ITEMS_MAX),
      total: moneyInputSchema,
    }),
  ]),
  letter: letterOrderSchema,
});

/** A posting transaction, though nothing is left written: what is not charged yet is charged, and taken back. */
function registerPreviews(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/interest-notes/preview',
    permission: 'ledger.adjust',
    tag: TAG,
    summary: 'The letter that would tell of a note, one that stands or one that is not charged yet',
    body: previewBody,
    answer: z.object({ number: z.string(), subject: z.string(), html: z.string(), language: z.enum(LETTER_LANGUAGES) }),
    handler: ({ scope, body }) =>
      database.post(scope, async (tx) => {
        const { enclosure: _, ...letter } = await previewNote(tx, body.note, orderOf(body.letter));
        return letter;
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/interest-notes/preview/pdf',
    permission: 'ledger.adjust',
    tag: TAG,
    summary: 'The note that would go with it, as PDF',
    body: previewBody,
    answer: 'file',
    handler: async ({ scope, body }) => {
      const { enclosure } = await database.post(scope, (tx) => previewNote(tx, body.note, orderOf(body.letter)));
      return enclosedFile(enclosure);
    },
  });
}

function registerTelling(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/interest-notes/:itemId/letters',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Sends a note to its customer, or has it printed; once it went out, reminders of it may follow',
    params,
    body: letterOrderSchema,
    answer: letterRefSchema,
    status: 201,
    handler: (call) =>
      runCommand(database, call.scope, call.command('interest.tell'), async (tx) => {
        const { id: messageId, conversationId } = await tellOfNote(tx, call.params.itemId, orderOf(call.body));
        return { messageId, conversationId };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/interest-notes/:itemId/cancellations',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Tells a customer that a note was taken back',
    params,
    body: letterOrderSchema,
    answer: letterRefSchema,
    status: 201,
    handler: (call) =>
      runCommand(database, call.scope, call.command('interest.tell_cancelled'), async (tx) => {
        const { id: messageId, conversationId } = await tellOfCancellation(tx, call.params.itemId, orderOf(call.body));
        return { messageId, conversationId };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/interest-notes/:itemId/tellings',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Notes that the customer knows of a note in another way: by telephone, in their portal',
    params,
    body: z.object({ how: z.string().trim().min(1, 'say how they know').max(HOW_CHARS_MAX) }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('interest.told'), async (tx) => {
        await noteToldOtherwise(tx, { ...call.params, ...call.body });
        return null;
      });
    },
  });
}
