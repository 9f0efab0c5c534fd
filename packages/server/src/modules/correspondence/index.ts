export { conversationsByPerson, conversationsOf, stillAssigned } from './conversations/assigned.queries.ts';
export type { ConversationView } from './conversations/conversation.ts';
export { findConversation, listInbox } from './conversations/conversations.queries.ts';
export { assignConversation, setHandled } from './conversations/conversations.usecase.ts';
export { searchConversations } from './conversations/search-conversations.queries.ts';
export type {
  AnsweredMeeting,
  CorrespondenceContext,
  LeftOut,
  LetterWarning,
  Meetings,
  TakenOff,
  TakenOffItems,
  TakeOff,
  WrittenByHand,
} from './correspondence.context.ts';
export { registerCorrespondenceRoutes } from './correspondence.routes.ts';
export { addMailbox, theMailbox, theSendingMailbox } from './mailboxes/mailboxes.usecase.ts';
export { cleanUpFiles } from './messages/clean-up.job.ts';
export type { Message, TemplateUse } from './messages/message.ts';
export { customerOfMessage, listMessages } from './messages/messages.queries.ts';
export { letterhead } from './paper/letterhead.ts';
export { notePosted, printLetters, withdrawUnprinted } from './paper/letters-to-post.usecase.ts';
export { type AccountPayment, payableInto } from './payment/account-payment.ts';
export { itemsOfReferences } from './payment/payment-references.queries.ts';
export { letterSettings, saveLetterSettings, saysWhereToPay } from './payment/settings.queries.ts';
export { readMailboxes } from './receiving/read-mailboxes.job.ts';
export { takeMail } from './receiving/take-mail.usecase.ts';
export { listCameBack, markCameBackSeen } from './sending/came-back.queries.ts';
export { recallQueued } from './sending/deliveries.queries.ts';
export { type Enclosure, enclosedFile } from './sending/enclosures.ts';
export type { DraftFile, MessageDraft, QueuedMessage } from './sending/message-draft.ts';
export { type LetterOrder, queueLetters } from './sending/queue-letters.usecase.ts';
export { queueMessage } from './sending/queue-message.usecase.ts';
export { lookUpUncertain } from './sending/resolve-uncertain.usecase.ts';
export { type SendReport, sendWaiting } from './sending/send-waiting.usecase.ts';
export { findSuppressed } from './sending/suppressed-addresses.queries.ts';
export { fillTemplate, nestedFacts } from './templates/fill-template.ts';
export type { LetterItem } from './templates/lay-out.ts';
export { LETTER_WORDS } from './templates/letter-words.ts';
export { addressSchema, languageSchema, postalAddressSchema } from './templates/letters.schemas.ts';
export { PURPOSES, type Purpose } from './templates/purposes.ts';
export {
  type DraftedLetter,
  draftLetter,
  type FinishedLetter,
  finishLetter,
  type LetterRequest,
  previewLetter,
  shownLetter,
} from './templates/write-letter.usecase.ts';
