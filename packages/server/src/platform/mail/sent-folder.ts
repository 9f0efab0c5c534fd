/** The folder of sent mails: where a send that nobody is sure of is looked up, and a copy is put. */
import { connectMailbox, type MailboxLogin } from './mailbox.ts';

/** Whether the folder holds a message with this Message-ID. Throws as `readMailbox` does. */
export async function isInFolder(login: MailboxLogin, messageId: string): Promise<boolean> {
  const client = await connectMailbox(login);
  try {
    const lock = await client.getMailboxLock(login.folder);
    try {
      const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
      return found !== false && found !== undefined && found.length > 0;
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}
