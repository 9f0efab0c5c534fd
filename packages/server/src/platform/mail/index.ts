export { type MailboxLogin, type MailboxWork, readMailbox, type WaitingMessage } from './mailbox.ts';
export { filesOfMail, type MailFile, textOfMail } from './message.ts';
