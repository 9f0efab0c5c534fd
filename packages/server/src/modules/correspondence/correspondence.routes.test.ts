import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../app.fixture.ts';
import { newId } from '../../platform/ids.ts';
import { openImapServer, type TestImapServer } from '../../platform/testing/imap-server.ts';
import { openSmtpServer, type TestSmtpServer } from '../../platform/testing/smtp-server.ts';
import { insertContacts } from '../customers/contacts.queries.ts';
import { insertCustomers } from '../customers/customers.queries.ts';
import { ensureUnidentifiedCustomer } from '../customers/index.ts';
import { suppressAddress } from './sending/suppressed-addresses.queries.ts';

let test: TestApp;
let smtp: TestSmtpServer;
let imap: TestImapServer;
let ada: Caller;
let auditor: Caller;
const customerId = newId();
const contactId = newId();

beforeAll(async () => {
  [smtp, imap] = [await openSmtpServer(), await openImapServer()];
  test = await openTestApp({ config: { logLevel: 'silent', secret: () => imap.login.password } });
  const company = await test.addCompany('IT01');
  ada = await test.signIn('Ada', company, 'collections_analyst', 'expert');
  auditor = await test.signIn('Otto', company, 'auditor');
  const scope = await test.app.services.operatorScope('IT01');
  await test.app.services.database.write(scope, async (tx) => {
    await ensureUnidentifiedCustomer(tx);
    await insertCustomers(tx, [{ id: customerId, number: 'C-1', name: 'Rossi' }], null);
    await insertContacts(tx, [{ id: contactId, customerId, name: 'Ada Rossi', email: 'ap@rossi.example' }], null);
  });
});
afterAll(() => Promise.all([test.close(), smtp.close(), imap.close()]));

const at = (path: string): string => `/companies/IT01${path}`;

describe('writing and reading mail', () => {
  it('from the mailbox to the answer', async () => {
    const { host, port, security } = smtp.login;
    const added = await ada.send('POST', at('/mailboxes'), {
      name: 'Example Srl',
      address: imap.login.user,
      smtp: { host, port, security, user: null, passwordFrom: null },
      imap: { ...imap.login, password: undefined, passwordFrom: 'QUITTANCE_SECRET_MAIL' },
    });
    expect(added.status).toBe(201);
    expect((await auditor.get(at('/mailboxes'))).body.rows).toMatchObject([{ isDefault: true, sendingError: null }]);

    const draft = await ada.send('POST', at('/letters/draft'), { customerId, purpose: 'statement', language: 'en' });
    expect(draft.body).toMatchObject({ subject: expect.stringContaining('Rossi'), itemIds: [] });
    const words = { customerId, body: 'Hello\n\n[[items]]\n\nBye', language: 'en' };
    expect((await ada.send('POST', at('/letters/preview'), words)).body.text).toBe('Hello\n\nBye');

    const { body: recipients } = await ada.get(at(`/customers/${customerId}/recipients`));
    expect(recipients.rows).toMatchObject([{ contactId, address: 'ap@rossi.example', suppressed: null }]);
    const letter = { ...words, subject: 'Your account', to: [{ address: 'ap@rossi.example', name: 'Ada Rossi' }] };
    expect((await auditor.send('POST', at('/letters'), letter)).status).toBe(403);
    const sent = await ada.send('POST', at('/letters'), letter);
    expect(sent.status).toBe(201);
    const { conversationId } = sent.body;

    const answer = [
      ...[
        'From: Ada Rossi <ap@rossi.example>',
        'To: x@y.example',
        'Subject: Re: Your account',
        'Message-ID: <a@rossi.example>',
      ],
      ...[`In-Reply-To: <${sent.body.id}@example.com>`, 'Content-Type: text/html', ''],
      '<p>We will pay 12,400 on Friday.</p><script>x()</script><img src="https://spy.example/1.gif">',
    ];
    imap.deliver(answer.join('\n'));
    const checked = await ada.send('POST', at('/mailboxes/check'));
    expect(checked.body).toMatchObject({ sent: 1, notSent: 0, received: 1 });
    expect(smtp.taken).toHaveLength(1);

    expect((await ada.get(at('/conversations?part=unassigned'))).body.rows).toMatchObject([{ id: conversationId }]);
    expect((await ada.get(at('/conversations/counts'))).body).toMatchObject({
      unassigned: 1,
      mine: 0,
      waiting: 1,
      all: 1,
    });
    const read = await ada.get(at(`/conversations/${conversationId}`));
    const messages = read.body.messages as { id: string }[];
    expect(messages).toMatchObject([
      { direction: 'out', delivery: { state: 'sent' } },
      {
        direction: 'in',
        isKnownSender: true,
        matchedBy: 'headers',
        promises: [{ amount: { amount: '12400.00', currency: 'EUR' } }],
      },
    ]);
    const shown = await ada.get(at(`/messages/${messages[1]?.id}/html`));
    expect(shown.body).toEqual({ html: '<p>We will pay 12,400 on Friday.</p>\n', blockedPictures: 1 });
    expect((await ada.get(at(`/messages/${messages[1]?.id}/whole`))).text).toContain('In-Reply-To');
  });

  it('of three people who answer one mail at once, one does; the others read first what was written', async () => {
    const letter = {
      customerId,
      body: 'Hello',
      language: 'en',
      subject: 'One answer',
      to: [{ address: 'ap@rossi.example' }],
    };
    const { conversationId } = (await ada.send('POST', at('/letters'), letter)).body;
    const answers = ['first', 'second', 'third'].map((body) =>
      ada.send('POST', at('/letters'), { ...letter, body, conversationId, seenMessages: 1 }),
    );
    const told = await Promise.all(answers);
    expect(told.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(told.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'conversation_moved_on',
      detail: 'Ada has written in this conversation meanwhile. Read it, then send yours or leave it.',
    });
    const again = { ...letter, body: 'second, having read', conversationId, seenMessages: 2 };
    expect((await ada.send('POST', at('/letters'), again)).status).toBe(201);
    expect((await ada.send('POST', at('/mailboxes/check'))).body).toMatchObject({ sent: 3 });
    // What was nobody's is with who answered it.
    expect((await ada.get(at('/conversations?part=mine'))).body.rows).toMatchObject([{ id: conversationId }]);
  });

  it('a conversation is found by the beginnings of its words, assigned, given to a customer, and done with', async () => {
    const found = await ada.get(at('/conversations?words=12%2C400%20frid'));
    const id = found.body.rows[0]?.id ?? '';
    expect(found.body.rows).toHaveLength(1);
    expect((await ada.get(at('/conversations?words=nothing'))).body.rows).toEqual([]);
    expect((await ada.send('POST', at(`/conversations/${id}/assignment`), { personId: ada.id })).status).toBe(204);
    expect((await ada.send('POST', at(`/conversations/${id}/customer`), { customerId })).status).toBe(204);
    const mine = (await ada.get(at('/conversations?part=mine'))).body.rows;
    expect(mine.find((one) => one.id === id)).toMatchObject({ assignedToName: 'Ada' });
    const stranger = { personId: '01890000-0000-7000-8000-000000000000' };
    expect((await ada.send('POST', at(`/conversations/${id}/assignment`), stranger)).body.code).toBe(
      'person_not_in_company',
    );
    expect((await ada.send('POST', at(`/conversations/${id}/handled`), { isHandled: true })).status).toBe(204);
    expect((await ada.get(at('/conversations?part=handled'))).body.rows).toMatchObject([{ id, waitingSince: null }]);
  });

  it('lists the texts of letters with their variables, keeps a changed one, and says what is wrong with another', async () => {
    const { body } = await auditor.get(at('/message-templates'));
    expect(body.rows).toHaveLength(70);
    const put = (text: object | null) => ada.send('PUT', at('/message-templates/thanks/it'), { text });
    expect((await put({ subject: 'Grazie', body: '{{ greeting }}' })).body).toEqual({ number: 1 });
    expect((await put({ subject: 'Grazie', body: '{{ greting }}' })).body.code).toBe('template_variable_missing');
    expect((await put(null)).body).toEqual({ number: 2 });
    expect(
      (
        await ada.send('PUT', at('/letter-settings'), {
          payeeName: 'X',
          iban: 'DE89370400440532013001',
          bic: '',
          signature: 'X',
        })
      ).status,
    ).toBe(400);
    expect((await ada.get(at('/suppressed-addresses'))).body.rows).toEqual([]);
    expect((await ada.get(at('/deliveries'))).body.rows).toEqual([]);
  });

  it('of addresses that get no mail any more, those of a customer are told however many there are', async () => {
    const scope = await test.app.services.operatorScope('IT01');
    const bounced = { reason: 'bounced', note: null, messageId: null } as const;
    await test.app.services.database.write(scope, async (tx) => {
      for (const address of ['ap@rossi.example', 'ap@another.example'])
        await suppressAddress(tx, { ...bounced, address });
    });
    expect((await ada.get(at('/suppressed-addresses'))).body.rows).toHaveLength(2);
    const theirs = async (id: string) => (await ada.get(at(`/suppressed-addresses?customer=${id}`))).body.rows;
    expect(await theirs(customerId)).toMatchObject([{ address: 'ap@rossi.example', reason: 'bounced' }]);
    expect(await theirs(newId())).toEqual([]);
  });
});
