import type { TextKey } from '../../../app/i18n.ts';
import type { Tone } from '../../../ui/status/status.component.tsx';
import type { SessionRow, WholeSession } from './sessions.queries.ts';

export const STATE_WORDS: Readonly<Record<SessionRow['state'], TextKey>> = {
  planned: 'sessions.planned',
  held: 'sessions.held',
  no_show: 'sessions.noShow',
  cancelled: 'sessions.cancelled',
};
export const STATE_TONES: Readonly<Record<SessionRow['state'], Tone>> = {
  planned: 'accent',
  held: 'good',
  no_show: 'care',
  cancelled: 'quiet',
};

type Answer = NonNullable<WholeSession['people'][number]['answer']>['answer'];

export const ANSWER_WORDS: Readonly<Record<Answer, TextKey>> = {
  accepted: 'sessions.accepted',
  declined: 'sessions.declined',
  tentative: 'sessions.tentative',
};
export const ANSWER_TONES: Readonly<Record<Answer, Tone>> = { accepted: 'good', declined: 'alert', tentative: 'care' };
