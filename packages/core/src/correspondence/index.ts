export {
  isLetterLanguage,
  LETTER_LANGUAGES,
  type LetterLanguage,
  letterAmount,
  letterDate,
  letterLanguage,
  MONTHS,
} from './letter-format.ts';
export {
  complaintOf,
  type FailedRecipient,
  failedRecipients,
  failedRecipientsInWords,
  kindOfMail,
  LOOP_HEADER,
  type MailHeaders,
  type MailKind,
  saysAddressIsGone,
  saysFailed,
} from './mail-kind.ts';
export { type MeetingAnswer, meetingAnswerIn } from './meeting-answer.ts';
export { newWords } from './new-words.ts';
export { type PromiseInText, promisesInText } from './promise-in-text.ts';
export { type SenderAuthentication, senderAuthentication } from './sender-authentication.ts';
export {
  addressWithToken,
  messageIdsIn,
  plainSubject,
  subjectWithToken,
  TOKEN_CHARS,
  TOKEN_LETTERS,
  tokensInAddresses,
  tokensInSubject,
} from './thread-token.ts';
