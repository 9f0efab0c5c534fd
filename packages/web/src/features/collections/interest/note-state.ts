/** What a customer knows of a note, in words. */
import type { TextKey } from '../../../app/i18n.ts';
import type { Tone } from '../../../ui/status/status.component.tsx';
import type { InterestNote } from './notes.queries.ts';

const STATES: Readonly<Record<InterestNote['state'], { readonly word: TextKey; readonly tone: Tone }>> = {
  untold: { word: 'interest.stateUntold', tone: 'alert' },
  on_its_way: { word: 'interest.stateOnItsWay', tone: 'quiet' },
  to_print: { word: 'interest.stateToPrint', tone: 'care' },
  told: { word: 'interest.stateTold', tone: 'good' },
  unknown: { word: 'interest.stateUnknown', tone: 'quiet' },
  cancelled: { word: 'interest.stateCancelled', tone: 'quiet' },
  told_cancelled: { word: 'interest.stateToldCancelled', tone: 'good' },
};

export function noteStateWords(note: Pick<InterestNote, 'state' | 'isCancellationDue'>) {
  return note.isCancellationDue ? ({ word: 'interest.stateCallOff', tone: 'alert' } as const) : STATES[note.state];
}
