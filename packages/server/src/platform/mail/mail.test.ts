import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openImapServer, type TestImapServer } from '../testing/imap-server.ts';
import { readLetter, readMail, readMailbox, type WaitingMessage } from './index.ts';

const MAIL = `From: "Banca d'Esempio" <statements@bank.example>
To: cash@example.com
Subject: Estratto conto
Message-ID: <1@bank.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

In allegato.
--b
Content-Type: text/csv; name="conto.csv"
Content-Disposition: attachment; filename="=?utf-8?Q?conto_perch=C3=A9.csv?="
Content-Transfer-Encoding: base64

YTtiCjE7Mgo=
--b
Content-Type: image/png
Content-Disposition: inline; filename="logo.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--b--
`;

let imap: TestImapServer;
beforeEach(async () => {
  imap = await openImapServer();
});
afterEach(() => imap.close());

/** Reads with a memory of ids, as the caller keeps it in the database. */
async function readAll(handled: Set<string>, handle: (message: WaitingMessage) => Promise<void> = async () => {}) {
  return readMailbox(imap.login, {
    messagesMax: 10,
    moveTo: 'Quittance',
    handledBefore: async (ids) => new Set(ids.filter((id) => handled.has(id))),
    handle: async (message) => {
      await handle(message);
      handled.add(message.id);
    },
  });
}

describe('a mailbox', () => {
  it('gives each message once, with its files, and moves it out of the way', async () => {
    imap.deliver(MAIL);
    const handled = new Set<string>();
    const seen: { id: string; sender: string | null; files: string[] }[] = [];
    const handle = async (message: WaitingMessage) => {
      const { files } = await readMail(await message.source());
      seen.push({ id: message.id, sender: message.sender, files: files.map((file) => file.name) });
    };
    expect(await readAll(handled, handle)).toBe(1);
    expect(seen).toEqual([
      { id: '<1@bank.example>', sender: 'statements@bank.example', files: ['conto perché.csv', 'logo.png'] },
    ]);
    expect([imap.count('INBOX'), imap.count('Quittance')]).toEqual([0, 1]);
    expect(await readAll(handled, handle)).toBe(0);
  });

  it('leaves a message that could not be handled for the next time', async () => {
    imap.deliver(MAIL);
    const handled = new Set<string>();
    const failing = () => readAll(handled, () => Promise.reject(new Error('the database is away')));
    await expect(failing()).rejects.toThrow('the database is away');
    expect(imap.count('INBOX')).toBe(1);
    expect(await readAll(handled)).toBe(1);
  });

  it('tidies up a message that was handled before a kill, and does not handle it again', async () => {
    imap.deliver(MAIL);
    expect(await readAll(new Set(['<1@bank.example>']))).toBe(0);
    expect(imap.count('INBOX')).toBe(0);
  });

  it('whose server was replaced and numbers its mail from one again gives the new mail, though known by their places', async () => {
    const places = new Set<string>();
    const read = () =>
      readMailbox(imap.login, {
        messagesMax: 10,
        moveTo: 'Quittance',
        knownBy: 'place',
        handledBefore: async (asked) => new Set(asked.filter((place) => places.has(place))),
        handle: async ({ place }) => void places.add(place),
      });
    imap.deliver(MAIL);
    expect(await read()).toBe(1);
    const { login } = imap;
    await imap.close();
    imap = await openImapServer();
    imap.deliver(MAIL.replace('<1@bank.example>', '<2@bank.example>'));
    expect(imap.login).toMatchObject({ user: login.user, folder: login.folder });
    expect(await read()).toBe(1);
    expect(places.size).toBe(2);
    expect([...places].map((place) => place.split('/').slice(0, 2).join('/'))).toEqual(['1/1', '1/1']);
  });

  it('says who refuses, and where nobody answers', async () => {
    const work = { messagesMax: 1, moveTo: 'x', handledBefore: async () => new Set<string>(), handle: async () => {} };
    const wrong = readMailbox({ ...imap.login, password: 'wrong' }, work);
    await expect(wrong).rejects.toMatchObject({ code: 'mailbox_refused' });
    const nobody = readMailbox({ ...imap.login, port: 1 }, work);
    await expect(nobody).rejects.toMatchObject({ code: 'mailbox_unreachable' });
  });
});

describe('a text that says nothing of its letters', () => {
  const eightBit = (text: string, encoding: 'latin1' | 'utf8', type = 'text/plain') =>
    Buffer.concat([
      Buffer.from(`From: a@b.example\nSubject: x\nContent-Type: ${type}\nContent-Transfer-Encoding: 8bit\n\n`),
      Buffer.from(text, encoding),
    ]);

  it('is read as UTF-8 where it is that, and else as windows-1252', async () => {
    const words = 'Wir überweisen 12.400,00 am Freitag für März – später';
    expect((await readLetter(eightBit(words, 'utf8'))).text).toBe(words);
    const old = eightBit('Überweisung über 80,00 \x80 für M\xe4rz', 'latin1');
    expect((await readLetter(old)).text).toBe('Überweisung über 80,00 € für März');
    expect((await readLetter(eightBit('Überweisung', 'latin1', 'text/plain; charset=us-ascii'))).text).toBe(
      'Überweisung',
    );
  });
});
