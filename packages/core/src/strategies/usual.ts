/** What a company starts from: a ladder that is firm and polite. It sends nothing until somebody switches a version on. */
import { USUAL_SCORING } from './scoring.ts';
import type { CustomerFilter, LadderStep, Strategy } from './strategy.ts';

export const EVERYBODY: CustomerFilter = { channels: [], segments: [], tiers: [], countries: [], tags: [] };

const LETTER = { channel: 'mail', boundary: 'due_date', waitDays: 7, itemUnitsMin: 0 } as const;
const ACT = { channel: 'person', purpose: null, boundary: 'last_step', waitDays: 3, itemUnitsMin: 0 } as const;

export const USUAL_LADDER: readonly LadderStep[] = [
  { ...LETTER, key: 'pre_due', kind: 'pre_due', purpose: 'pre_due', days: -5, waitDays: 0, itemUnitsMin: 5_000 },
  { ...LETTER, key: 'notice_1', kind: 'notice', purpose: 'notice_1', days: 5, waitDays: 3 },
  { ...LETTER, key: 'notice_2', kind: 'notice', purpose: 'notice_2', days: 20 },
  { ...ACT, key: 'call', kind: 'call', days: 5, itemUnitsMin: 500 },
  { ...LETTER, key: 'notice_3', kind: 'notice', purpose: 'notice_3', boundary: 'last_step', days: 7 },
  { ...ACT, key: 'escalation', kind: 'escalation', days: 7 },
  { ...LETTER, key: 'notice_4', kind: 'notice', purpose: 'notice_4', boundary: 'last_step', days: 10, waitDays: 10 },
  { ...ACT, key: 'hold_proposal', kind: 'hold_proposal', days: 5 },
  { ...ACT, key: 'legal', kind: 'legal', days: 14, waitDays: 14, itemUnitsMin: 100 },
];

export const USUAL_STRATEGY: Strategy = {
  name: 'Everybody',
  customers: EVERYBODY,
  ladder: USUAL_LADDER,
  limits: { messagesPerDayMax: 1, quietDays: 3, customerUnitsMin: 20, bankDataDaysMax: 4 },
  scoring: USUAL_SCORING,
};
