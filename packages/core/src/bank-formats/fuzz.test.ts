/**
 * Damaged samples of every format: whatever arrives, a reader answers with facts and problems, soon, the same wherever
 * the chunks were cut; it never throws and never takes half a file for a whole one. `npm run soak` does a million.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { detectFormat } from './index.ts';
import { FORMATS_UNDER_TEST, type FormatUnderTest, type Outcome } from './testing/formats-under-test.ts';
import { inChunks, mutate, type Random, seededRandom } from './testing/mutations.ts';

const RUNS = Number(process.env.QUITTANCE_FUZZ_RUNS ?? 400);
const SEED = Number(process.env.QUITTANCE_FUZZ_SEED ?? 1);
/** A damaged sample is a few kilobytes (at most some hundred): reading it takes milliseconds. */
const MILLISECONDS_MAX = 5_000;
/** Longer texts would only make the run slower. */
const TEXT_CHARS_MAX = 200_000;
/** Every so often another format's reader gets the text. */
const STRANGER_EVERY = 8;

const SAMPLES = ['./samples/', '../remittance/samples/'].flatMap((directory) => {
  const url = new URL(directory, import.meta.url);
  return existsSync(url)
    ? readdirSync(url).map((name) => ({ name, text: readFileSync(new URL(name, url), 'utf8') }))
    : [];
});

function samplesOf(format: FormatUnderTest): readonly string[] {
  return SAMPLES.filter(({ text }) => (formatNameOf(text) ?? '') === format.name).map(({ text }) => text);
}

function formatNameOf(text: string): string | null {
  if (/^\s*ISA/.test(text)) return 'edi820';
  return detectFormat(text.slice(0, 4096))?.name ?? 'csv';
}

const AMOUNT = /^-?\d+(\.\d+)?$/;
const AMOUNT_FIELDS = new Set(['amount', 'gross', 'paid', 'discount']);
const DATE_FIELDS = new Set(['bookedOn', 'valueOn', 'date', 'paidOn', 'issuedOn']);
const DATE = /^\d{4}-\d\d-\d\d$/;

/** Plain checks: a million runs have no time for a matcher on each value. */
function must(isSo: boolean, what: string): asserts isSo {
  if (!isSo) throw new Error(what);
}

/** Amounts are numbers, dates are dates, and nothing of JavaScript's own shows through. */
function checkValues(value: unknown, key: string): void {
  if (Array.isArray(value)) for (const one of value) checkValues(one, key);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) checkValues(inner, name);
  else if (typeof value === 'number') must(Number.isSafeInteger(value) && value >= 0, `${key} ${value}`);
  else if (typeof value === 'string' && AMOUNT_FIELDS.has(key)) must(AMOUNT.test(value), `${key} ${value}`);
  else if (typeof value === 'string' && DATE_FIELDS.has(key)) must(DATE.test(value), `${key} ${value}`);
  else must(value !== undefined, `${key} is undefined`);
}

function checkOutcome(outcome: Outcome): void {
  must(outcome.isComplete || outcome.problems.length > 0, 'broken without a word');
  for (const { line, message } of outcome.problems) {
    must(line > 0, `a problem on line ${line}`);
    must(message.length < 1_000, `a long message: ${message.slice(0, 200)}`);
    must(!/undefined|\[object/.test(message), message);
  }
  checkValues(outcome.told, '');
}

function damaged(sample: string, random: Random): string {
  let text = sample;
  for (let left = 1 + random(6); left > 0; left -= 1) text = mutate(text, random);
  return text.slice(0, TEXT_CHARS_MAX);
}

/** On broken XML the tokeniser finds the same fault, but may name it and its line as its chunk showed it. */
function comparable({ problems, ...outcome }: Outcome): string {
  const plain = problems.map((problem) => (problem.code.startsWith('xml_') ? 'xml' : problem));
  return JSON.stringify({ ...outcome, problems: plain });
}

function tryOne(format: FormatUnderTest, samples: readonly string[], seed: number) {
  const random = seededRandom(seed);
  const text = damaged(samples[random(samples.length)] ?? '', random);
  const startedAt = performance.now();
  const outcome = format.read([text]);
  checkOutcome(outcome);
  if (seed % 4 === 0) {
    const inPieces = comparable(format.read(inChunks(text, random)));
    must(inPieces === comparable(outcome), `other chunks, other outcome: ${inPieces.slice(0, 400)}`);
  }
  must(performance.now() - startedAt < MILLISECONDS_MAX, 'too slow');
}

describe('damaged files', () => {
  it.each(FORMATS_UNDER_TEST)('$name is read or refused, the same in any chunks, and soon', (format) => {
    const all = SAMPLES.map(({ text }) => text);
    const known = samplesOf(format);
    const own = known.length > 0 ? known : all;
    for (let run = 0; run < RUNS; run += 1) {
      const seed = SEED * 1_000_003 + run;
      const samples = run % STRANGER_EVERY === 0 ? all : own;
      try {
        tryOne(format, samples, seed);
      } catch (error) {
        throw new Error(`${format.name}, seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    }
  });

  it.each(FORMATS_UNDER_TEST.filter(({ name }) => ['camt', 'bai2', 'lockbox', 'edi820', 'ofx'].includes(name)))(
    '$name cut anywhere before its end is not complete, or its trailer says so',
    (format) => {
      for (const sample of samplesOf(format)) {
        const end = sample.trimEnd().length;
        const step = Math.max(1, Math.floor(end / RUNS));
        for (let at = 1; at < end - 12; at += step) {
          const outcome = format.read([sample.slice(0, at)]);
          checkOutcome(outcome);
          must(
            !outcome.isComplete || outcome.problems.length > 0,
            `cut at ${at}: ${JSON.stringify(sample.slice(at - 20, at))}`,
          );
        }
      }
    },
  );
});
