/**
 * Equal problems told as one: 767 rows without a rate for CHF are one thing to do. Problems are equal when code, field and
 * what they are about (the currency) are; each group says how many there are, in which rows, and of which days.
 */
import { type LocalDate, parseLocalDate } from '@quittance/core/calendar';
import type { ImportProblem } from './import-batch.ts';

export interface ProblemGroup {
  readonly code: string;
  readonly field: string | null;
  /** The currency that the problem names, where it names one. */
  readonly currency: string | null;
  readonly isNote: boolean;
  readonly count: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** The earliest and the latest day that the problems name. */
  readonly earliestOn: LocalDate | null;
  readonly latestOn: LocalDate | null;
  /** What the first of them says. */
  readonly message: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Codes times fields times currencies: more kinds than any file has. */
const GROUPS_MAX = 300;

export interface ProblemGrouping {
  readonly add: (problem: ImportProblem) => void;
  /** Refusals before notes, the most frequent first. */
  readonly groups: () => readonly ProblemGroup[];
}

export function createProblemGrouping(): ProblemGrouping {
  const groups = new Map<string, ProblemGroup>();
  return {
    add(problem) {
      const currency = textOf(problem.parameters?.currency);
      const key = JSON.stringify([problem.code, problem.field, currency, problem.isNote]);
      const group = groups.get(key);
      if (group === undefined && groups.size >= GROUPS_MAX) return;
      groups.set(key, group === undefined ? groupOf(problem, currency) : widened(group, problem));
    },
    groups: () =>
      [...groups.values()].sort(
        (left, right) => Number(left.isNote) - Number(right.isNote) || right.count - left.count,
      ),
  };
}

function groupOf(
  { row, code, field, isNote, message, parameters }: ImportProblem,
  currency: string | null,
): ProblemGroup {
  const on = dayOf(parameters);
  return {
    code,
    field,
    currency,
    isNote,
    count: 1,
    firstRow: row,
    lastRow: row,
    earliestOn: on,
    latestOn: on,
    message,
    parameters: parameters ?? {},
  };
}

function widened(group: ProblemGroup, { row, parameters }: ImportProblem): ProblemGroup {
  const on = dayOf(parameters);
  const { earliestOn, latestOn } = group;
  return {
    ...group,
    count: group.count + 1,
    firstRow: Math.min(group.firstRow, row),
    lastRow: Math.max(group.lastRow, row),
    earliestOn: on !== null && (earliestOn === null || on < earliestOn) ? on : earliestOn,
    latestOn: on !== null && (latestOn === null || on > latestOn) ? on : latestOn,
  };
}

function dayOf(parameters: ImportProblem['parameters']): LocalDate | null {
  const text = textOf(parameters?.on);
  return text === null ? null : parseLocalDate(text);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
