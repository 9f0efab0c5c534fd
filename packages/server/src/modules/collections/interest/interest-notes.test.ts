import { localDate } from '@quittance/core/calendar';
import { LETTER_LANGUAGES } from '@quittance/core/correspondence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../../platform/command/index.ts';
import { findContacts, noteConsent } from '../../customers/index.ts';
import { holdsOfItems } from '../../ledger/index.ts';
import { itemsToAskFor } from '../dunning/letters-by-hand.usecase.ts';
import { euro, type InterestDeskBook, openInterestDesk, textOfPdf } from './interest-notes.fixture.ts';
import { noteCameBack } from './note-fates.usecase.ts';

let desk: InterestDeskBook;
beforeAll(async () => {
  desk = await openInterestDesk();
});
afterAll(() => desk.drop());

const at = (address: string) => `/companies/IT01${address}`;
const itemsOf = async (customerId: string): Promise<string[]> => {
  const { rows } = (await desk.mia.get(at('/interest-proposals?limit=100'))).body;
  const found = rows.find((row) => row.customerId === customerId) as unknown as { lines: { itemId: string }[] };
  return found.lines.map(({ itemId }) => itemId);
};
const ada = (name: string) => ({ address: `ap@${name.toLowerCase().replaceAll(' ', '-')}.example`, name: 'Ada Rossi' });
const charge = async (customerId: string, letter: object | null, total = '209.63') => {
  const body = { itemIds: await itemsOf(customerId), total: euro(total), letter };
  const answer = await desk.mia.send('POST', at(`/customers/${customerId}/interest-charges`), body);
  return { status: answer.status, ...(answer.body as unknown as { number: string; itemId: string; code?: string }) };
};
const noteOf = async (itemId: string) =>
  (await desk.mia.get(at(`/interest-notes/${itemId}`))).body.note as Record<string, unknown>;
const heldKinds = async (itemId: string) =>
  (await desk.test.app.services.database.read(desk.scope, (tx) => holdsOfItems(tx, [itemId]))).map(({ kind }) => kind);

describe('a note over interest', () => {
  it('goes to the customer with its PDF, and rests from reminders until it went out', async () => {
    const customerId = await desk.owes('Vetreria', ['FV-1']);
    const { number, itemId } = await charge(customerId, ada('Vetreria'));
    expect(number).toBe('INT-2026-0001');
    expect(await noteOf(itemId)).toMatchObject({ state: 'on_its_way', total: euro('209.63'), dueOn: '2026-03-16' });
    expect(await heldKinds(itemId)).toEqual(['not_told']);

    expect(await desk.send()).toEqual({ sent: 1, notSent: 0 });
    expect(await noteOf(itemId)).toMatchObject({
      state: 'told',
      letter: { to: ['ap@vetreria.example'], state: 'sent' },
    });
    expect(await heldKinds(itemId)).toEqual([]);

    const letter = (await desk.mails()).at(-1);
    expect(letter?.subject).toContain('Nota interessi di mora INT-2026-0001: 209,63 EUR');
    expect(letter?.text).toContain('direttiva 2011/7/UE');
    expect(letter?.text).toContain('40,00 EUR per documento');
    expect(letter?.text).toMatch(/RF\d\d INT2 0260 001/);
    const pdf = letter?.files.find(({ type }) => type === 'application/pdf');
    expect(pdf?.name).toBe('Nota interessi di mora INT-2026-0001.pdf');
    const text = await textOfPdf(pdf?.content ?? new Uint8Array());
    for (const said of [
      'Example S.r.l.',
      'Vetreria',
      'IT01234567890',
      'INT-2026-0001',
      '16 marzo 2026',
      'FV-1',
      'scadenza 31/12/2025, 61 giorni di ritardo',
      'da pagare 10.000,00 EUR',
      '01/01/2026 – 02/03/2026',
      '61',
      '10.000,00',
      '10,15 %',
      '169,63',
      '40,00',
      'Totale da pagare EUR 209,63',
      'DE89 3704',
      'RF',
    ]) {
      expect(text).toContain(said);
    }
  });

  it.each(LETTER_LANGUAGES)('is a PDF in %s, which adds up to the same', async (language) => {
    const [note] = (await desk.mia.get(at('/interest-notes'))).body.rows;
    const { database } = desk.test.app.services;
    const { noteEnclosure } = await import('./note-document.ts');
    const { findNote } = await import('./notes.queries.ts');
    const { enclosedFile } = await import('../../correspondence/index.ts');
    const enclosure = await database.read(desk.scope, async (tx) => {
      const found = await findNote(tx, String(note?.itemId));
      if (found === undefined) throw new Error('there is a note');
      return noteEnclosure(tx, found, { language });
    });
    const text = await textOfPdf((await enclosedFile(enclosure)).content);
    expect(text).toContain(language === 'en' ? '209.63' : '209,63');
    expect(text).toContain('2011/7');
  });

  it('that nobody was told of is “not yet told”, and is sent later, once, whoever presses', async () => {
    const customerId = await desk.owes('Larkfield', ['FV-2'], { language: 'en' });
    const { itemId } = await charge(customerId, null);
    expect(await noteOf(itemId)).toMatchObject({ state: 'untold', letter: null, told: null });
    const tell = (who = desk.mia) => who.send('POST', at(`/interest-notes/${itemId}/letters`), ada('Larkfield'));
    const answers = await Promise.all([tell(), tell(desk.max)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await tell()).body.code).toBe('interest_note_on_its_way');
    await desk.send();
    expect((await desk.mails()).filter(({ subject }) => subject.includes('INT-2026-0002'))).toHaveLength(1);
    expect(await noteOf(itemId)).toMatchObject({ state: 'told' });
  });

  it('is printed for whom no mail reaches, and told when it was posted', async () => {
    const customerId = await desk.owes('Paper Mill', ['FV-3'], { language: 'de' });
    const { itemId } = await charge(customerId, { postalAddress: 'Paper Mill\nHauptstraße 1\n10115 Berlin' });
    const note = await noteOf(itemId);
    expect(note).toMatchObject({ state: 'to_print', letter: { to: null } });
    const { messageId } = note.letter as { messageId: string };
    const printed = await desk.test.app.fastify.inject({
      url: `/api/v1/companies/IT01/messages/${messageId}/paper`,
      headers: { cookie: desk.mia.cookie },
    });
    const text = await textOfPdf(printed.rawPayload);
    expect(text).toContain('Hauptstraße 1');
    expect(text).toContain('Zinsrechnung INT-2026-0003');
    expect(text).toContain('61 Tage im Verzug');
    await desk.mia.send('POST', at(`/messages/${messageId}/delivery`), { answer: 'was_sent' });
    expect(await noteOf(itemId)).toMatchObject({ state: 'told' });
  });

  it('is told in their portal by somebody who says so', async () => {
    const customerId = await desk.owes('Portal', ['FV-4']);
    const { itemId, number } = await charge(customerId, null);
    const say = () => desk.mia.send('POST', at(`/interest-notes/${itemId}/tellings`), { how: 'put into their portal' });
    expect((await say()).status).toBe(204);
    expect(await noteOf(itemId)).toMatchObject({
      number,
      state: 'told',
      told: { byName: 'Mia', how: 'put into their portal' },
    });
    expect((await say()).body.code).toBe('interest_note_is_told');
  });

  it('is left out of reminders until it was told, with that reason; and again when its letter came back', async () => {
    const customerId = await desk.owes('Reminded', ['FV-9'], { language: 'en' });
    const { itemId } = await charge(customerId, null);
    const { database } = desk.test.app.services;
    const leftOut = async () => {
      const asked = await database.read(desk.scope, (tx) =>
        itemsToAskFor({ ...tx, today: localDate('2026-04-30') }, { customerId, purpose: 'notice_1' }),
      );
      return asked?.leftOut.find((one) => one.itemId === itemId);
    };
    expect(await leftOut()).toMatchObject({ reason: 'item_hold', detail: 'not_told' });
    const sent = await desk.mia.send('POST', at(`/interest-notes/${itemId}/letters`), ada('Reminded'));
    expect(await leftOut()).toMatchObject({ detail: 'not_told' });
    await desk.send();
    expect(await leftOut()).toBeUndefined();

    const cameBack = (messageId: string) =>
      runCommand(database, desk.scope, { action: 'test', body: null }, async (tx) => ({
        isOurs: await noteCameBack(tx, messageId, 'ap@reminded.example'),
      }));
    expect(await cameBack(String(sent.body.messageId))).toEqual({ isOurs: true });
    expect(await leftOut()).toMatchObject({ detail: 'not_told' });
    expect(await noteOf(itemId)).toMatchObject({ state: 'untold' });
  });

  it('is shown before it is charged, and nothing is left of looking', async () => {
    const customerId = await desk.owes('Preview', ['FV-5']);
    const asked = { customerId, itemIds: await itemsOf(customerId), total: euro('209.63') };
    const look = (note: object, path = '') =>
      desk.mia.send('POST', at(`/interest-notes/preview${path}`), { note, letter: ada('Preview') });
    expect((await look({ ...asked, total: euro('1.00') })).body.code).toBe('interest_changed');
    const preview = (await look(asked)).body as unknown as { html: string; subject: string; number: string };
    expect(preview).toMatchObject({ number: 'INT-2026-0006', language: 'it' });
    expect(preview.html).toContain('209,63 EUR');
    expect(preview.html).toContain('data:image/png');
    const file = await desk.test.app.fastify.inject({
      method: 'POST',
      url: '/api/v1/companies/IT01/interest-notes/preview/pdf',
      headers: { cookie: desk.mia.cookie, 'x-csrf-token': desk.mia.csrfToken },
      payload: { note: asked, letter: ada('Preview') },
    });
    expect(await textOfPdf(file.rawPayload)).toContain('Anteprima');
    const { rows } = (await desk.mia.get(at(`/interest-notes?customerId=${customerId}`))).body;
    expect(rows).toEqual([]);
    expect(await itemsOf(customerId)).toEqual(asked.itemIds);
  });

  it('that is taken back sends nothing by itself, says that they were told, and offers to call it off', async () => {
    const customerId = await desk.owes('Reversal', ['FV-6'], { language: 'en' });
    const { itemId, number } = await charge(customerId, ada('Reversal'));
    await desk.send();
    const before = (await desk.mails()).length;
    const { openingEntryId } = (await desk.mia.get(at(`/items/${itemId}`))).body;
    const cancel = () => desk.mia.send('POST', at(`/interest-notes/${itemId}/cancellations`), ada('Reversal'));
    expect((await cancel()).body.code).toBe('interest_note_stands');
    await desk.act({ kind: 'reversal', entryId: String(openingEntryId), withDependents: true, reason: 'goodwill' });
    await desk.send();
    expect(await desk.mails()).toHaveLength(before);
    expect(await noteOf(itemId)).toMatchObject({
      state: 'cancelled',
      isCancellationDue: true,
      told: { at: expect.any(String) },
    });
    const tell = await desk.mia.send('POST', at(`/interest-notes/${itemId}/letters`), ada('Reversal'));
    expect(tell.body.code).toBe('interest_note_is_cancelled');
    expect((await cancel()).status).toBe(201);
    await desk.send();
    expect(await noteOf(itemId)).toMatchObject({ state: 'told_cancelled', isCancellationDue: false });
    const letter = (await desk.mails()).at(-1);
    expect(letter?.subject).toContain(`Interest note ${number} is cancelled – Reversal`);
    expect(letter?.text).toContain('209.63 EUR');
    expect(letter?.files.filter(({ type }) => type === 'application/pdf')).toEqual([]);
  });

  it('that is taken back while its letter waits is never sent', async () => {
    const customerId = await desk.owes('Too Late', ['FV-7']);
    const { itemId } = await charge(customerId, ada('Too Late'));
    const before = (await desk.mails()).length;
    const { openingEntryId } = (await desk.mia.get(at(`/items/${itemId}`))).body;
    desk.test.clock.forward(1);
    await desk.act({ kind: 'reversal', entryId: String(openingEntryId), withDependents: true, reason: 'a mistake' });
    await desk.send();
    expect(await desk.mails()).toHaveLength(before);
    expect(await noteOf(itemId)).toMatchObject({
      state: 'cancelled',
      isCancellationDue: false,
      letter: { state: 'withdrawn' },
    });
  });

  it('is not charged where its letter cannot go, and nothing is left of the try', async () => {
    const customerId = await desk.owes('Suppressed', ['FV-8']);
    const { database } = desk.test.app.services;
    const [contact] = await database.read(desk.scope, (tx) => findContacts(tx, [customerId]));
    const said = { since: localDate('2026-03-01'), mayMail: false, mayCall: true, source: 'said on the telephone' };
    await runCommand(database, desk.scope, { action: 'test', body: null }, async (tx) => {
      await noteConsent(tx, contact?.id ?? '', said);
      return null;
    });
    const refused = await charge(customerId, ada('Suppressed'));
    expect(refused.code).toBe('recipient_refuses_mail');
    expect(await itemsOf(customerId)).toHaveLength(1);
  });
});

describe('the books', () => {
  it('are proven: each note is the sum of its lines', async () => {
    const found = await desk.test.app.services.verify(desk.scope);
    const rule = found.find(({ invariant }) => invariant === 'interest_note_is_the_sum_of_its_lines');
    expect(rule).toMatchObject({ ok: true, failures: [] });
    expect(rule?.checked).toBeGreaterThan(5);
  });
});
