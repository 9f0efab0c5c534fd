/** A real SMTP server in the test's process. It can be told to misbehave at any point of the conversation. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SmtpLogin } from '../mail/index.ts';

export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** What goes wrong with the next message. Boxes named full@ are full unless they are emptied; nobody@ is nobody. */
export type Fault =
  | 'none'
  | 'full_boxes_are_emptied'
  | 'refuses_for_now'
  | 'refuses_for_good'
  | 'breaks_before_data'
  | 'keeps_silent_before_data'
  | 'is_closing'
  | 'knows_no_such_sender'
  | 'takes_it_and_breaks'
  | 'takes_it_and_keeps_silent';

export interface TestSmtpServer {
  readonly login: SmtpLogin;
  /** Everything the server has taken, said so or not. */
  readonly taken: TakenMail[];
  fault: Fault;
  /** Called when a message was taken and before the client hears of it. */
  onTaken: () => Promise<void> | void;
  close(): Promise<void>;
}

/** On a free port, or on one that a server had before: one that was away comes back there. */
export async function openSmtpServer(givenPort = 0): Promise<TestSmtpServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? '' }),
    onRcptTo: (address, _session, done) => done(refusalOf(address.address)),
    onMailFrom(_address, session, done) {
      if (test.fault === 'is_closing') return done(refusal(421));
      if (test.fault === 'knows_no_such_sender') return done(refusal(553));
      if (test.fault === 'keeps_silent_before_data') return;
      if (test.fault === 'breaks_before_data') return void connectionsOf(server).get(session.id)?.close();
      done();
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => void answer(parts, session.id, session.envelope, done));
    },
  });
  const answer = async (
    parts: readonly Buffer[],
    sessionId: string,
    envelope: { mailFrom: false | { address: string }; rcptTo: readonly { address: string }[] },
    done: (error?: Error | null) => void,
  ): Promise<void> => {
    const { fault } = test;
    if (fault === 'refuses_for_now') return done(refusal(451));
    if (fault === 'refuses_for_good') return done(refusal(554));
    const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
    test.taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString() });
    await test.onTaken();
    if (fault === 'takes_it_and_keeps_silent') return;
    if (fault === 'takes_it_and_breaks') return void connectionsOf(server).get(sessionId)?.close();
    done();
  };
  await new Promise<void>((resolve) => server.listen(givenPort, '127.0.0.1', resolve));
  server.on('error', () => undefined);
  const { port } = server.server.address() as AddressInfo;
  const refusalOf = (address: string): Error | null => {
    if (address.startsWith('nobody@')) return refusal(550);
    return address.startsWith('full@') && test.fault !== 'full_boxes_are_emptied' ? refusal(452) : null;
  };
  const test: TestSmtpServer = {
    login: { host: '127.0.0.1', port, security: 'none', user: null, password: null },
    taken: [],
    fault: 'none',
    onTaken: () => undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return test;
}

function connectionsOf(server: SMTPServer): Map<string, { close(): void }> {
  const open = (server as unknown as { connections: Iterable<{ id: string; close(): void }> }).connections;
  return new Map([...open].map((connection) => [connection.id, connection]));
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error(responseCode === 550 ? '5.1.1 user unknown' : 'refused by the test'), {
    responseCode,
  });
}
