export { type MailboxLogin, type MailboxWork, readMailbox, type WaitingMessage } from './mailbox.ts';
export { isMail, isPictureInText, type MailFile, readMail } from './message.ts';
