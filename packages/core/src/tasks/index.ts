export { type MentionSpan, mentionedIn, mentionSpans } from './mentions.ts';
export { type IsWorkingDay, nextOccurrence, type Recurrence } from './recurrence.ts';
