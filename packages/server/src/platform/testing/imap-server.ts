/** A real IMAP server in the test's process: it forgets everything when it stops. */
import type { AddressInfo } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import type { MailboxLogin } from '../mail/index.ts';

export interface TestImapServer {
  readonly login: MailboxLogin;
  deliver(raw: string, folder?: string): void;
  /** How many messages a folder holds. */
  count(folder: string): number;
  close(): Promise<void>;
}

export async function openImapServer(): Promise<TestImapServer> {
  const server = hoodiecrow({
    plugins: ['ID', 'UIDPLUS', 'MOVE', 'LITERALPLUS', 'NAMESPACE', 'ENABLE'],
    storage: { INBOX: { messages: [] }, '': { separator: '/', folders: { Sent: { messages: [] } } } },
    users: { 'statements@example.com': { password: 'correct horse' } },
  });
  // It writes an answer in pieces; without this each waits 40 ms for the acknowledgement of the one before.
  server.server.on('connection', (socket) => socket.setNoDelay(true));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    login: {
      host: '127.0.0.1',
      port,
      security: 'none',
      user: 'statements@example.com',
      password: 'correct horse',
      folder: 'INBOX',
    },
    deliver: (raw, folder = 'INBOX') => server.appendMessage(folder, [], null, raw.replaceAll(/\r?\n/g, '\r\n')),
    count: (folder) => server.getMailbox(folder)?.messages.length ?? 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
