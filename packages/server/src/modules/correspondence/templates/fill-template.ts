/**
 * A template (Liquid) filled with facts. A template is data that somebody in the company wrote: it sees the facts it is given and
 * nothing else, reads no file, and ends soon. A variable that is not there is an error before anything is queued.
 */
import { Liquid } from 'liquidjs';
import { AppError } from '../../../platform/errors.ts';

export type Facts = { readonly [name: string]: string | Facts };

const TEMPLATE_CHARS_MAX = 50_000;
const RENDER_MS = 500;
const MEMORY_UNITS = 1_000_000;

const NO_FILES = {
  readFileSync: refuseFile,
  readFile: async () => refuseFile(),
  existsSync: () => false,
  exists: async () => false,
  contains: async () => false,
  containsSync: () => false,
  resolve: (_root: string, file: string) => file,
};

function refuseFile(): never {
  throw new AppError(
    'template_reads_no_files',
    'A template stands by itself: include, render and layout are not allowed.',
  );
}

const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  fs: NO_FILES,
  relativeReference: false,
  parseLimit: TEMPLATE_CHARS_MAX,
  renderLimit: RENDER_MS,
  memoryLimit: MEMORY_UNITS,
  cache: false,
});

/** Throws `template_variable_missing` with the variable, `template_is_wrong` with the line. */
export function fillTemplate(text: string, facts: Facts): string {
  try {
    const filled: unknown = engine.parseAndRenderSync(text, facts);
    return String(filled);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw refusalOf(error, text);
  }
}

function refusalOf(error: unknown, text: string): AppError {
  const said = error instanceof Error ? error.message : String(error);
  const unknown = /undefined variable: (\w+)/.exec(said)?.[1];
  if (unknown === undefined) {
    return new AppError('template_is_wrong', `The template cannot be filled: ${said}. Correct it and try again.`);
  }
  // Liquid names the part that it did not find; the whole name says more.
  const variable = new RegExp(`\\b${unknown}(?:\\.\\w+)*`).exec(text)?.[0] ?? unknown;
  const message = `The template uses ${variable}, which this letter does not have. Take it out, or give the letter what it speaks of.`;
  return new AppError('template_variable_missing', message, { details: { variable } });
}

/** `{ 'promise.amount': '1' }` as Liquid wants it: `{ promise: { amount: '1' } }`. */
export function nestedFacts(flat: Readonly<Record<string, string>>): Facts {
  const facts: Record<string, string | Record<string, string>> = {};
  for (const [name, value] of Object.entries(flat)) {
    const [first = '', second] = name.split('.');
    if (second === undefined) facts[first] = value;
    else facts[first] = { ...(facts[first] as Record<string, string> | undefined), [second]: value };
  }
  return facts;
}
