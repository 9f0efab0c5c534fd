/**
 * Text into scenarios: `scenario: title`, then one statement a line. A scenario with a problem is left out as a whole and
 * all its problems are told; the others stay. Days only go forward: what is recorded later for an earlier day says so.
 */
import { type LocalDate, laterDate } from '../calendar/index.ts';
import { parseExpectation } from './expectations.ts';
import { commonClauses, type DraftFacts, noFacts, stepFacts } from './facts.ts';
import { createReader, type Reader, StatementProblem, takeClause } from './reader.ts';
import type { Action, Expectation, Scenario, ScenarioProblem, Statement } from './scenario.ts';
import { parseAction, refuseLaterWords } from './steps.ts';
import { readStatements, type SourceStatement } from './tokens.ts';

export interface ScenarioText {
  readonly scenarios: readonly Scenario[];
  readonly problems: readonly ScenarioProblem[];
}

type Body =
  | { readonly kind: 'step'; readonly action: Action }
  | { readonly kind: 'expectation'; readonly expectation: Expectation }
  | { readonly kind: 'refused'; readonly code: string | null; readonly words: string | null; readonly action: Action }
  | { readonly kind: 'place' };

interface ParsedLine {
  readonly source: SourceStatement;
  readonly facts: DraftFacts;
  readonly body: Body;
}

interface Section {
  readonly title: string;
  readonly line: number;
  readonly sources: SourceStatement[];
}

const TEXT_CHARS_MAX = 4_000_000; // some 40,000 scenarios; more is not written by hand
const REFUSAL_CODE = /^[a-z0-9]+(_[a-z0-9]+)+$/;

/** The scenarios of a text and what is wrong with it, in the order of the lines. */
export function parseScenarios(text: string): ScenarioText {
  if (text.length > TEXT_CHARS_MAX) {
    const message = `The file has ${text.length} characters; at most ${TEXT_CHARS_MAX} are read. Split it into several.`;
    return { scenarios: [], problems: [{ line: 1, field: 'file', code: 'file_too_long', message }] };
  }
  const { sections, problems } = splitSections(readStatements(text));
  const scenarios: Scenario[] = [];
  for (const section of sections) {
    const parsed = parseSection(section);
    if (parsed.problems.length === 0) scenarios.push(parsed.scenario);
    problems.push(...parsed.problems);
  }
  return { scenarios, problems };
}

function splitSections(statements: readonly SourceStatement[]): { sections: Section[]; problems: ScenarioProblem[] } {
  const sections: Section[] = [];
  const problems: ScenarioProblem[] = [];
  for (const source of statements) {
    const title = titleOf(source);
    if (title !== null) sections.push({ title, line: source.line, sources: [] });
    else if (sections.length > 0) sections.at(-1)?.sources.push(source);
    else if (problems.length === 0) {
      const message = 'A case begins with its title: scenario: A part payment leaves the rest open.';
      problems.push({ line: source.line, field: source.tokens[0]?.text ?? '', code: 'title_missing', message });
    }
  }
  if (sections.length === 0 && problems.length === 0) {
    const message = 'The file holds no scenario. A case begins with: scenario: its title.';
    problems.push({ line: 1, field: 'file', code: 'file_empty', message });
  }
  return { sections, problems };
}

function titleOf(source: SourceStatement): string | null {
  return /^\s*(?:scenario|case)\s*:\s*(.*?)\s*$/i.exec(source.lines.get(source.line) ?? '')?.[1] ?? null;
}

function parseSection(section: Section): { scenario: Scenario; problems: ScenarioProblem[] } {
  const lines: ParsedLine[] = [];
  const problems: ScenarioProblem[] = [];
  for (const source of section.sources) {
    try {
      lines.push(parseLine(source));
    } catch (error) {
      if (!(error instanceof StatementProblem)) throw error;
      problems.push(error.problem);
    }
  }
  const { title, line } = section;
  if (problems.length > 0) return { scenario: { title, line, statements: [] }, problems };
  const missing = missingParts(section, lines);
  if (missing.length > 0) return { scenario: { title, line, statements: [] }, problems: missing };
  const placed = placeLines(lines);
  return { scenario: { title, line, statements: placed.statements }, problems: placed.problems };
}

function parseLine(source: SourceStatement): ParsedLine {
  const reader = createReader(source);
  const facts = noFacts();
  readPlace(reader, facts);
  return { source, facts, body: readBody(reader, facts) };
}

/** "on 2026-01-05 in ROME dated 2026-01-03" before the words of the step. */
function readPlace(reader: Reader, facts: DraftFacts): void {
  const clauses = commonClauses(reader, facts);
  do {
    reader.skipMarks();
  } while (!reader.looksAt('on account credit') && takeClause(reader, clauses));
}

function readBody(reader: Reader, facts: DraftFacts): Body {
  if (reader.atEnd()) return { kind: 'place' };
  if (reader.takePhrase(['expect']) === null) return { kind: 'step', action: parseAction(reader, facts) };
  reader.skipMarks();
  refuseLaterWords(reader);
  if (reader.takePhrase(['refused']) === null) return { kind: 'expectation', expectation: parseExpectation(reader) };
  const codeText = reader.peek()?.text ?? '';
  const code = reader.peek()?.kind === 'word' && REFUSAL_CODE.test(codeText) ? reader.name('the code') : null;
  const words = reader.peek()?.kind === 'quoted' ? reader.text('words of the refusal') : null;
  if (reader.peek()?.kind !== 'colon')
    return reader.refuse(
      'word_missing',
      'After "expect refused" come the code, a colon, and the step: expect refused open_amount_exceeded: apply R1 to 4711 5,000.00.',
    );
  readPlace(reader, facts);
  return { kind: 'refused', code, words, action: parseAction(reader, facts) };
}

function missingParts(section: Section, lines: readonly ParsedLine[]): ScenarioProblem[] {
  const problem = (code: string, message: string) => [{ line: section.line, field: section.title, code, message }];
  const first = lines.find((line) => line.body.kind !== 'place');
  if (first?.body.kind !== 'step' || first.body.action.kind !== 'company')
    return problem('company_missing', "A scenario's first line names the company's currency: company EUR.");
  if (!lines.some((line) => line.facts.on !== null))
    return problem('day_missing', 'No line says a day. Begin the first step with one: on 2026-01-05 ...');
  if (!lines.some((line) => line.body.kind === 'expectation' || line.body.kind === 'refused'))
    return problem('nothing_expected', 'The scenario expects nothing, so it proves nothing. Add a line: expect ...');
  return [];
}

/** Gives each line its day and company. What comes before the first day happens on that day. */
function placeLines(lines: readonly ParsedLine[]): { statements: Statement[]; problems: ScenarioProblem[] } {
  const statements: Statement[] = [];
  const problems: ScenarioProblem[] = [];
  const first = lines.find((line) => line.facts.on !== null)?.facts.on;
  if (first === undefined || first === null) return { statements, problems };
  let today: LocalDate = first;
  let company: string | null = null;
  for (const { source, facts, body } of lines) {
    if (facts.on !== null && facts.on < today) problems.push(goesBack(source, facts.on, today));
    today = [facts.on, ...askedDays(body)].reduce<LocalDate>((day, other) => laterDate(day, other ?? day), today);
    if (body.kind === 'place') company = facts.company ?? company;
    const place = {
      line: source.line,
      text: source.text,
      day: today,
      time: facts.time,
      company: facts.company ?? company,
    };
    statements.push(statementOf(place, facts, body));
  }
  return { statements, problems };
}

function statementOf(
  place: Pick<Statement, 'line' | 'text' | 'day' | 'time' | 'company'>,
  facts: DraftFacts,
  body: Body,
): Statement {
  if (body.kind === 'place') return { ...place, ...stepFacts(facts), kind: 'step', action: { kind: 'wait' } };
  if (body.kind === 'step') return { ...place, ...stepFacts(facts), kind: 'step', action: body.action };
  const { byManager } = facts;
  if (body.kind === 'expectation') return { ...place, kind: 'expectation', byManager, expectation: body.expectation };
  const step = { ...place, ...stepFacts(facts), kind: 'step', action: body.action } as const;
  const { code, words } = body;
  return { ...place, kind: 'expectation', byManager, expectation: { kind: 'refused', code, words, step } };
}

/** A question about a later day is asked on that day: the clock moves on to it. */
function askedDays(body: Body): (LocalDate | null)[] {
  if (body.kind !== 'expectation' || !('asOf' in body.expectation)) return [];
  const { asOf, knownAt } = body.expectation;
  return [asOf, knownAt?.kind === 'day' ? knownAt.day : null];
}

function goesBack(source: SourceStatement, day: LocalDate, today: LocalDate): ScenarioProblem {
  const message = `The line before is on ${today}; time does not go back to ${day}. What is recorded later for an earlier day is written: on ${today} dated ${day} ...`;
  return { line: source.line, field: day, code: 'day_goes_back', message };
}
