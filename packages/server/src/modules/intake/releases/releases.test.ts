/** A statement that does not foot is not posted on one person's word. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';

let test: TestApp;
let ada: Caller;
let mia: Caller;
let bruno: Caller;
let day = 10;

beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('DE01');
  ada = await test.signIn('Ada', company, 'cash_analyst');
  mia = await test.signIn('Mia', company, 'manager');
  bruno = await test.signIn('Bruno', company, 'manager');
});
afterAll(() => test.close());
beforeEach(() => {
  day += 1;
});

const at = (address: string) => `/companies/DE01${address}`;

/** MT940 of one line of 30.00 in, whose closing balance says 20.00 less when it does not foot. */
function aStatement(isOff: boolean): string {
  const short = `2601${day}`;
  return [
    ':20:S',
    ':25:DE89370400440532013000',
    `:28C:${day}/1`,
    `:60F:C${short}EUR100,00`,
    `:61:${short}01${day}C30,00NTRFR${day}`,
    ':86:166?00CREDIT?32Muster GmbH',
    `:62F:C${short}EUR${isOff ? '110,00' : '130,00'}`,
    '-',
    '',
  ].join('\r\n');
}

async function preview(text: string): Promise<string> {
  const boundary = 'quittance-boundary';
  const payload = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="s${day}.sta"\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--${boundary}--\r\n`;
  const headers = {
    cookie: ada.cookie,
    'x-csrf-token': ada.csrfToken,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  const { body } = await test.ask({ method: 'POST', url: at('/imports'), headers, payload });
  await ada.get(at(`/imports/${body.id}/events`));
  return body.id;
}

const post = (id: string, who = ada) => who.send('POST', at(`/imports/${id}/post`), { rows: 'good' });
const ask = (id: string, who = ada) => who.send('POST', at(`/imports/${id}/release`), { reason: 'the bank confirms' });
const standing = async (id: string) => (await ada.get(at(`/imports/${id}/release`))).body;
async function decide(id: string, who: Caller, decision: { isGiven: boolean; words?: string }) {
  const { seen } = await standing(id);
  return who.send('POST', at(`/imports/${id}/release/decision`), { seen, ...decision });
}
const receipts = async () => (await ada.get(at('/receipts?queue=unidentified'))).body.rows.length;

it('its lines wait: neither who brought it nor a manager posts it alone', async () => {
  const before = await receipts();
  const id = await preview(aStatement(true));
  for (const who of [ada, mia]) {
    expect((await post(id, who)).body).toMatchObject({
      code: 'statement_does_not_foot',
      details: { difference: { amount: '-20.00', currency: 'EUR' } },
    });
  }
  expect(await receipts()).toBe(before);
  expect((await ada.get(at(`/imports/${id}`))).body.status).toBe('preview');
});

it('asked for by one and let in by another, it is posted', async () => {
  const before = await receipts();
  const id = await preview(aStatement(true));
  expect((await ask(id)).status).toBe(201);
  expect((await post(id)).body.code).toBe('statement_does_not_foot');
  expect((await ask(id, mia)).body.code).toBe('release_is_asked_already');
  const waiting = (await mia.get(at('/statement-releases'))).body.rows;
  expect(waiting).toMatchObject([{ importId: id, askedByName: 'Ada', isOwn: false, reason: 'the bank confirms' }]);
  expect((await decide(id, ada, { isGiven: true })).body.code).toBe('not_permitted');
  expect((await decide(id, mia, { isGiven: true })).status).toBe(204);
  expect(await standing(id)).toMatchObject({ release: { state: 'given', decidedByName: 'Mia' } });
  await post(id);
  await ada.get(at(`/imports/${id}/events`));
  expect((await ada.get(at(`/imports/${id}`))).body.status).toBe('posted');
  expect(await receipts()).toBe(before + 1);
});

it('is never let in by who asked, nor as something else than was seen', async () => {
  const id = await preview(aStatement(true));
  await ask(id, mia);
  expect((await decide(id, mia, { isGiven: true })).body.code).toBe('release_is_your_own');
  const path = at(`/imports/${id}/release/decision`);
  const other = { seen: 'x'.repeat(43), isGiven: true };
  expect((await bruno.send('POST', path, other)).body.code).toBe('statement_changed');
});

it('refused with words, it waits on; it may be asked for again', async () => {
  const id = await preview(aStatement(true));
  await ask(id);
  expect((await decide(id, bruno, { isGiven: false })).body.code).toBe('release_refusal_needs_words');
  expect((await decide(id, bruno, { isGiven: false, words: 'get the whole file' })).status).toBe(204);
  expect((await post(id)).body.code).toBe('statement_does_not_foot');
  expect((await decide(id, bruno, { isGiven: true })).body.code).toBe('release_is_not_waiting');
  expect((await ask(id)).status).toBe(201);
});

it('one that foots takes nobody else', async () => {
  const id = await preview(aStatement(false));
  expect(await standing(id)).toEqual({ seen: null, release: null });
  expect((await ask(id)).body.code).toBe('statement_foots');
  expect((await post(id)).status).toBe(202);
});
