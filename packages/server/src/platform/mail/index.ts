export { type ComposedFile, type ComposedMail, composeMail, type MailAddress } from './compose.ts';
export { type MailboxLogin, type MailboxWork, readMailbox, type WaitingMessage } from './mailbox.ts';
export { isMail, isPictureInText, type MailFile, readMail } from './message.ts';
export { type Letter, readLetter } from './read-letter.ts';
export { foundInFolder } from './sent-folder.ts';
export { openSmtp, type RefusedRecipient, type SendOutcome, type SmtpLogin, type SmtpSession } from './smtp.ts';
export { TRIAL_HOST } from './trial-server.ts';
