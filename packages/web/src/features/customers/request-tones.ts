import type { Tone } from '../../ui/status/status.component.tsx';
import type { RequestState } from './customers.types.ts';

export const REQUEST_TONES: Readonly<Record<RequestState, Tone>> = {
  waiting: 'care',
  approved: 'good',
  rejected: 'quiet',
  withdrawn: 'quiet',
};
