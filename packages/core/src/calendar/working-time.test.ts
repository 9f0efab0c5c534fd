import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  addWorkingMinutes,
  callWindow,
  callWindows,
  countryHours,
  type DayRule,
  isTimeZone,
  isWorking,
  localDate,
  MONDAY,
  subtractWorkingMinutes,
  usualCalendar,
  type WorkCalendar,
  type WorkSpan,
  weeklyCalendar,
  workingDayMinutes,
  workingMinutesBetween,
} from './index.ts';
import { type SlowModel, slowModel } from './work-calendar.fixture.ts';

const hours = (from: number, until: number): WorkSpan => ({ fromMinute: from * 60, untilMinute: until * 60 });
const WEEK = [1, 2, 3, 4, 5];
const rome = usualCalendar('Europe/Rome');
const DAY = workingDayMinutes(rome);

describe('one business day to apply a receipt, in Rome', () => {
  it.each([
    ['Friday 10:42', '2026-11-20T09:42:00Z', 'Monday 10:42', '2026-11-23T09:42:00Z'],
    ['Saturday', '2026-11-21T12:00:00Z', 'Monday at closing', '2026-11-23T16:00:00Z'],
    ['Monday before opening', '2026-11-23T05:00:00Z', 'Monday at closing', '2026-11-23T16:00:00Z'],
    ['Monday at closing', '2026-11-23T16:00:00Z', 'Tuesday at closing', '2026-11-24T16:00:00Z'],
    ['Friday before summer time', '2026-03-27T09:00:00Z', 'Monday, the clock an hour on', '2026-03-30T08:00:00Z'],
    ['a microsecond past', '2026-11-20T09:42:00.000001Z', 'as exactly', '2026-11-23T09:42:00.000001Z'],
  ])('what came on %s (%s) is due on %s', (_came, at, _due, due) => {
    expect(addWorkingMinutes(at, DAY, rome)).toBe(due);
  });

  it('on Monday 10:42, what came before Friday 10:42 is late', () => {
    expect(subtractWorkingMinutes('2026-11-23T09:42:00Z', DAY, rome)).toBe('2026-11-20T09:42:00Z');
    expect(subtractWorkingMinutes('2026-11-22T12:00:00Z', DAY, rome)).toBe('2026-11-20T08:00:00Z');
  });

  it('from Friday 16:00 to Monday 10:30 are 150 minutes of work, back again none', () => {
    expect(workingMinutesBetween('2026-11-20T15:00:00Z', '2026-11-23T09:30:00Z', rome)).toBe(150);
    expect(workingMinutesBetween('2026-11-23T09:30:00Z', '2026-11-20T15:00:00Z', rome)).toBe(0);
  });

  it('late is what was due before now, whenever it came and whatever the zone', () => {
    const zones = fc.constantFrom('Europe/Rome', 'America/New_York', 'Asia/Kolkata', 'UTC');
    const minute = fc.integer({ min: 0, max: 60 * 24 * 60 });
    const instant = minute.map((minutes) => new Date(Date.UTC(2026, 2, 1) + minutes * 60_000).toISOString());
    const time = (text: string | null): number => Date.parse(text ?? '');
    fc.assert(
      fc.property(zones, instant, instant, fc.integer({ min: 1, max: 5 * DAY }), (zone, came, now, minutes) => {
        const calendar = usualCalendar(zone);
        const due = time(addWorkingMinutes(came, minutes, calendar));
        const border = time(subtractWorkingMinutes(now, minutes, calendar));
        if (due < time(now)) return time(came) <= border;
        if (due > time(now)) return time(came) >= border;
        return true;
      }),
      { numRuns: 300 },
    );
  });
});

describe('shifts and days that are not usual', () => {
  const night = weeklyCalendar('Europe/Rome', { weekdays: [...WEEK, 6, 7], spans: [hours(22, 30)] });
  const minutesOf = (calendar: WorkCalendar, from: string, until: string) =>
    workingMinutesBetween(from, until, calendar);

  it('the night in which clocks go forward has seven hours, the one in which they go back nine', () => {
    expect(minutesOf(night, '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toBe(7 * 60);
    expect(minutesOf(night, '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z')).toBe(9 * 60);
    expect(minutesOf(night, '2026-06-01T12:00:00Z', '2026-06-02T12:00:00Z')).toBe(8 * 60);
  });

  it('a holiday takes the night that begins on its evening, and leaves the one that ends on its morning', () => {
    const closed = { ...night, days: new Map([[localDate('2026-12-25'), [{ kind: 'closed' } as const]]]) };
    expect(isWorking('2026-12-25T04:00:00Z', closed)).toBe(true);
    expect(isWorking('2026-12-25T22:00:00Z', closed)).toBe(false);
    expect(isWorking('2026-12-26T04:00:00Z', closed)).toBe(false);
  });

  it('half of Christmas Eve is worked, a Saturday by agreement, and a morning at the doctor’s is not', () => {
    const rules: readonly (readonly [string, DayRule])[] = [
      ['2026-12-24', { kind: 'within', ...hours(0, 13) }],
      ['2026-12-19', { kind: 'hours', spans: [hours(9, 12)] }],
      ['2026-12-15', { kind: 'without', ...hours(8, 11) }],
    ];
    const calendar = { ...rome, days: new Map(rules.map(([day, rule]) => [localDate(day), [rule]])) };
    const on = (day: string): number => minutesOf(calendar, `${day}T00:00:00Z`, `${day}T23:00:00Z`) / 60;
    expect([on('2026-12-24'), on('2026-12-19'), on('2026-12-15'), on('2026-12-16')]).toEqual([4, 3, 6, 8]);
  });

  it('a working day is what most days are: four of 510 minutes and a Friday of 300 make 510', () => {
    const long = [{ fromMinute: 480, untilMinute: 990 }];
    const cycle = [long, long, long, long, [{ fromMinute: 480, untilMinute: 780 }], [], []];
    const [usual] = rome.patterns;
    expect(workingDayMinutes({ patterns: usual ? [{ ...usual, cycle }] : [], days: new Map() })).toBe(510);
  });

  it('who never works has no next time', () => {
    const never = weeklyCalendar('Europe/Rome', { weekdays: [], spans: [] });
    expect(addWorkingMinutes('2026-11-20T09:42:00Z', 1, never)).toBeNull();
    expect(subtractWorkingMinutes('2026-11-20T09:42:00Z', 1, never)).toBeNull();
  });
});

describe('the window in which both sides work', () => {
  const manilaNight = weeklyCalendar('Asia/Manila', { weekdays: WEEK, spans: [hours(20, 29)] });
  const newYork = weeklyCalendar('America/New_York', { weekdays: WEEK, spans: [hours(9, 17)] });
  const ask = (now: string, days = 7) => callWindow({ ours: manilaNight, theirs: newYork, now, days });

  it('at night in Manila New York can be called until the shift ends; an hour earlier there in summer', () => {
    expect(ask('2026-01-14T15:00:00Z')).toEqual({
      from: '2026-01-14T15:00:00Z',
      until: '2026-01-14T21:00:00Z',
      isNow: true,
    });
    expect(ask('2026-07-15T02:00:00Z')).toEqual({
      from: '2026-07-15T13:00:00Z',
      until: '2026-07-15T21:00:00Z',
      isNow: false,
    });
  });

  it('on Friday night after both have closed it is Monday’s; within a day there is none', () => {
    expect(ask('2026-01-16T22:00:00Z')?.from).toBe('2026-01-19T14:00:00Z');
    expect(ask('2026-01-16T22:00:00Z', 1)).toBeNull();
  });
});

/** Every hour of two years. The days are chosen so that rules fall on nights when clocks change. */
const FIRST_DAY = '2026-01-01';
const MODEL_DAYS = 731 + 30;
const HOURS = 731 * 24;
const MINUTES = [0, 15, 480, 2_400];

const changes: readonly (readonly [string, readonly DayRule[]])[] = [
  ['2026-01-01', [{ kind: 'closed' }]],
  ['2026-03-07', [{ kind: 'hours', spans: [hours(22, 31)] }]],
  ['2026-03-28', [{ kind: 'hours', spans: [{ fromMinute: 1_350, untilMinute: 1_590 }, hours(26.5, 30)] }]],
  ['2026-10-24', [{ kind: 'hours', spans: [hours(23, 25.5), hours(26.5, 27)] }]],
  ['2026-11-01', [{ kind: 'hours', spans: [hours(0.5, 1.5), hours(1.75, 3)] }]],
  ['2026-12-24', [{ kind: 'within', ...hours(0, 13) }]],
  ['2026-12-25', [{ kind: 'closed' }, { kind: 'hours', spans: [hours(10, 12)] }]],
  ['2027-03-14', [{ kind: 'hours', spans: [hours(1, 2.5), hours(2.75, 4)] }]],
  ['2027-04-05', [{ kind: 'without', ...hours(10, 15) }]],
];
const days = new Map(changes.map(([day, rules]) => [localDate(day), rules]));
const office = (timeZone: string): WorkCalendar => ({
  ...weeklyCalendar(timeZone, { weekdays: WEEK, spans: [hours(9, 13), hours(14, 18)] }),
  days,
});
const nights = (timeZone: string): WorkCalendar => ({
  ...weeklyCalendar(timeZone, { weekdays: [...WEEK, 7], spans: [hours(22, 30)] }),
  days,
});
/** Four on, two off, from 22:30 to 02:30: its end is skipped, or shown twice, when clocks change. Office hours all May. */
const fourOnTwoOff = (timeZone: string): WorkCalendar => {
  const on = [hours(22.5, 26.5)];
  const base = { timeZone, anchor: localDate('2025-12-30'), cycle: [on, on, on, on, [], []] };
  const may = { from: localDate('2026-05-01'), until: localDate('2026-05-31') };
  const office = { timeZone, anchor: MONDAY, cycle: [...WEEK.map(() => [hours(9, 17)]), [], []] };
  return {
    patterns: [
      { ...base, from: null, until: null },
      { ...office, ...may },
    ],
    days,
  };
};

describe.each([
  ['office hours in Manila', office('Asia/Manila')],
  ['nights in Rome', nights('Europe/Rome')],
  ['office hours in Kolkata', office('Asia/Kolkata')],
  ['four nights on, two off in New York', fourOnTwoOff('America/New_York')],
  ['nights in London', nights('Europe/London')],
  ['four nights on, two off in Sydney', fourOnTwoOff('Australia/Sydney')],
])('every hour of two years, as a slow clock counts it: %s', (_name, calendar) => {
  let model: SlowModel;
  beforeAll(() => {
    model = slowModel(calendar, FIRST_DAY, MODEL_DAYS);
  });
  const at = (step: number | undefined): string | null => (step === undefined ? null : (model.instants[step] ?? null));

  it('open or not, so much later, so much earlier, so much between', () => {
    const wrong: string[] = [];
    const same = (what: string, fast: unknown, slow: unknown): void => {
      if (fast !== slow) wrong.push(`${what}: ${fast}, slowly ${slow}`);
    };
    for (let hour = 40 * 24; hour < HOURS; hour += 1) {
      const step = hour * 4;
      const instant = model.instants[step] as string;
      same(`${instant} open`, isWorking(instant, calendar), model.isOpen(step));
      for (const minutes of MINUTES) {
        same(`${instant} + ${minutes}`, addWorkingMinutes(instant, minutes, calendar), at(model.add(step, minutes)));
      }
      for (const minutes of MINUTES.slice(1)) {
        const slow = at(model.subtract(step, minutes));
        same(`${instant} - ${minutes}`, subtractWorkingMinutes(instant, minutes, calendar), slow);
      }
      const later = step + 4 * ((hour % 97) + 1);
      const until = model.instants[later] as string;
      same(`${instant} to ${until}`, workingMinutesBetween(instant, until, calendar), model.between(step, later));
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

describe.each([
  ['a night shift in Manila and New York', nights('Asia/Manila'), office('America/New_York')],
  ['Rome and Kolkata', office('Europe/Rome'), office('Asia/Kolkata')],
  ['London and Sydney', office('Europe/London'), nights('Australia/Sydney')],
])('when to call, every hour of two years: %s', (_name, ours, theirs) => {
  it('now is when both work, else the next quarter of an hour in which both do', () => {
    const [left, right] = [ours, theirs].map((one) => slowModel(one, FIRST_DAY, MODEL_DAYS)) as [SlowModel, SlowModel];
    const isBoth = (step: number): boolean => left.isOpen(step) && right.isOpen(step);
    const wrong: string[] = [];
    for (let hour = 0; hour < HOURS; hour += 1) {
      const now = left.instants[hour * 4] as string;
      let from = hour * 4;
      const last = from + 7 * 96;
      while (from < last && !isBoth(from)) from += 1;
      let until = from;
      while (until < last && isBoth(until)) until += 1;
      const slow = from < last ? `${left.instants[from]} ${left.instants[until]} ${from === hour * 4}` : 'none';
      const window = callWindow({ ours, theirs, now, days: 7 });
      const fast = window ? `${window.from} ${window.until} ${window.isNow}` : 'none';
      if (fast !== slow) wrong.push(`${now}: ${fast}, slowly ${slow}`);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('all windows of a week are in order and apart', () => {
    const windows = callWindows({ ours, theirs, now: '2026-05-04T00:00:00Z', days: 7 });
    for (const [index, { from, until }] of windows.entries()) {
      expect(from < until).toBe(true);
      expect(from > (windows[index - 1]?.until ?? '')).toBe(true);
    }
  });
});

describe('the hours of a country, until somebody knows better', () => {
  it('Italy pauses at midday, Saudi Arabia works on Sunday, the Emirates end Friday at noon', () => {
    expect(countryHours('IT')?.week[0]).toEqual([hours(9, 13), hours(14, 18)]);
    expect(countryHours('SA')?.week.map((spans) => spans.length)).toEqual([1, 1, 1, 1, 0, 0, 1]);
    expect(countryHours('AE')?.week[4]).toEqual([hours(9, 12)]);
    expect(countryHours('XX')).toBeNull();
    expect(countryHours('constructor')).toBeNull();
  });

  it('every zone is one that the clock knows', () => {
    const codes =
      'AE AR AT AU BD BE BG BR CA CH CL CN CO CZ DE DK EG ES FI FR GB GR HK IN IT JP KR MX PH SA UA US ZA'.split(' ');
    for (const code of codes) expect([code, isTimeZone(countryHours(code)?.timeZone ?? '')]).toEqual([code, true]);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
  });
});
