/**
 * How customers are collected from, as data: a version is an ordered list of strategies, and the first whose customers include one
 * holds for it. A strategy has a ladder of steps, limits that keep it polite, and the points by which its customers are ranked.
 */
import type { ScoringRules } from './scoring.ts';

/** What a step is. The first three are letters, the others are done by a person. */
export const STEP_KINDS = ['pre_due', 'statement', 'notice', 'call', 'escalation', 'hold_proposal', 'legal'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** On paper somebody prints and posts it; by mail, it goes on paper to whom no mail reaches and whose postal address is known. */
export const STEP_CHANNELS = ['mail', 'paper', 'person'] as const;
export type StepChannel = (typeof STEP_CHANNELS)[number];

/** Texts of letters that a step may send, mildest first. */
export const STEP_PURPOSES = ['pre_due', 'statement', 'notice_1', 'notice_2', 'notice_3', 'notice_4'] as const;
export type StepPurpose = (typeof STEP_PURPOSES)[number];

/**
 * From where a step's days are counted. `due_date`: the item's due date, negative before it. `last_step`: the day of the item's step
 * before (its due date when there was none). `month_end`: the end of the month into which due date plus days falls.
 */
export const BOUNDARIES = ['due_date', 'last_step', 'month_end'] as const;
export type Boundary = (typeof BOUNDARIES)[number];

export interface LadderStep {
  /** Names the step for ever: an item's history tells by it where it stands, whatever the ladder becomes. "notice_1". */
  readonly key: string;
  readonly kind: StepKind;
  readonly channel: StepChannel;
  /** The text of its letter; null for what a person does. */
  readonly purpose: StepPurpose | null;
  readonly boundary: Boundary;
  readonly days: number;
  /** At least so many days after the item's step before. */
  readonly waitDays: number;
  /** Items open for less, in whole units of the company's currency, wait before this step. */
  readonly itemUnitsMin: number;
}

/** Which customers a strategy is for: each list that is not empty must have the customer's value. */
export interface CustomerFilter {
  readonly channels: readonly string[];
  readonly segments: readonly string[];
  readonly tiers: readonly string[];
  readonly countries: readonly string[];
  readonly tags: readonly string[];
}

export interface StrategyLimits {
  /** Letters to one customer on one day. */
  readonly messagesPerDayMax: number;
  /** After any contact with the customer, so many days without a letter. */
  readonly quietDays: number;
  /** What is asked for together, in whole units of the company's currency, below which nothing is sent. */
  readonly customerUnitsMin: number;
  /** The newest bank statement may be so many days old; older, and nobody knows who has paid. */
  readonly bankDataDaysMax: number;
}

export interface Strategy {
  readonly name: string;
  readonly customers: CustomerFilter;
  readonly ladder: readonly LadderStep[];
  readonly limits: StrategyLimits;
  readonly scoring: ScoringRules;
}

export interface CustomerTraits {
  readonly channel: string | null;
  readonly segment: string | null;
  readonly tier: string | null;
  readonly country: string | null;
  readonly tags: readonly string[];
}

/** The first strategy that includes the customer; undefined where none does: then it is left alone. */
export function strategyFor(strategies: readonly Strategy[], traits: CustomerTraits): Strategy | undefined {
  return strategies.find(({ customers }) => includes(customers, traits));
}

function includes(filter: CustomerFilter, { channel, segment, tier, country, tags }: CustomerTraits): boolean {
  return (
    isOneOf(filter.channels, channel) &&
    isOneOf(filter.segments, segment) &&
    isOneOf(filter.tiers, tier) &&
    isOneOf(filter.countries, country) &&
    (filter.tags.length === 0 || filter.tags.some((tag) => tags.some((own) => sameWord(own, tag))))
  );
}

function isOneOf(wanted: readonly string[], value: string | null): boolean {
  return wanted.length === 0 || (value !== null && wanted.some((word) => sameWord(word, value)));
}

/** Words of people: case and outer blanks do not count. */
export function sameWord(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
