/** The folder of sent mails: where a send that nobody is sure of is looked up. */
import { connectMailbox, type MailboxLogin } from './mailbox.ts';

/** Of these Message-IDs, those that the folder holds. Throws as `readMailbox` does. */
export async function foundInFolder(login: MailboxLogin, messageIds: readonly string[]): Promise<Set<string>> {
  const client = await connectMailbox(login);
  const held = new Set<string>();
  try {
    const lock = await client.getMailboxLock(login.folder);
    try {
      for (const messageId of messageIds) {
        const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
        if (found !== false && found !== undefined && found.length > 0) held.add(messageId);
      }
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
  return held;
}
