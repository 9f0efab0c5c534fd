import type { TextKey } from '../../../app/i18n.ts';
import type { Tone } from '../../../ui/status/status.component.tsx';
import type { SessionRow } from './sessions.queries.ts';

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
