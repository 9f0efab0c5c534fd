/**
 * Runs scenarios on a throwaway ledger: real PostgreSQL, the ledger's own use cases, a fresh company for each scenario and
 * a clock that follows its days. At the end every company is verified, and every question about a day is asked again with
 * the instant it was asked at: the earlier answer must stand.
 */
import type {
  ExpectationStatement,
  Scenario,
  ScenarioProblem,
  Statement,
  StepStatement,
} from '@quittance/core/scenario';
import type pg from 'pg';
import { judgeAll } from '../modules/collections/index.ts';
import { applicationPool } from '../platform/database/pool.ts';
import { AppError } from '../platform/errors.ts';
import { checkAging } from './check-aging.ts';
import {
  checkClosedThrough,
  checkHolds,
  checkPending,
  checkRefusedPending,
  checkVerify,
  failedInvariants,
} from './check-books.ts';
import { checkCollections } from './check-collections.ts';
import { checkAccount, checkApplications, checkEntries, checkJournal, checkPostings } from './check-postings.ts';
import { checkCustomer, checkItem } from './check-subjects.ts';
import { openCompany, runStep } from './run-step.ts';
import type { Verdict } from './verdict.ts';
import {
  advance,
  type CompanyBook,
  createWorld,
  isToday,
  LineProblem,
  lineProblem,
  type Place,
  scopeOf,
  type World,
} from './world.ts';

export interface ExpectationResult {
  readonly line: number;
  /** The words of the line, or what is always expected. */
  readonly text: string;
  readonly isMet: boolean;
  readonly expected: string;
  readonly seen: string;
  /** True for what every scenario expects without saying it. */
  readonly isImplicit: boolean;
}

export interface ScenarioReport {
  readonly title: string;
  readonly line: number;
  readonly isMet: boolean;
  readonly expectations: readonly ExpectationResult[];
  readonly problems: readonly ScenarioProblem[];
}

const CONNECTIONS_MAX = 4;

/** Reports in the order of the scenarios. The database is migrated and empty, or was used by scenarios before. */
export async function runScenarios(
  scenarios: readonly Scenario[],
  connection: pg.ConnectionConfig,
): Promise<ScenarioReport[]> {
  const pool = await applicationPool(connection, CONNECTIONS_MAX);
  try {
    const reports: ScenarioReport[] = [];
    for (const scenario of scenarios) reports.push(await runScenario(createWorld(connection, pool), scenario));
    return reports;
  } finally {
    await pool.end();
  }
}

interface Run {
  readonly world: World;
  readonly expectations: ExpectationResult[];
  readonly problems: ScenarioProblem[];
  /** Answers that must stand at the end. */
  readonly answers: { readonly statement: Statement; readonly verdict: Verdict }[];
}

async function runScenario(world: World, scenario: Scenario): Promise<ScenarioReport> {
  const run: Run = { world, expectations: [], problems: [], answers: [] };
  for (const statement of scenario.statements) await runStatement(run, statement);
  await askAgain(run);
  await verifyAll(run, scenario);
  const { title, line } = scenario;
  const { expectations, problems } = run;
  const isMet = problems.length === 0 && expectations.every((expectation) => expectation.isMet);
  return { title, line, isMet, expectations, problems };
}

async function runStatement(run: Run, statement: Statement): Promise<void> {
  try {
    if (statement.kind === 'expectation') return await runExpectation(run, statement);
    if (statement.action.kind === 'company') return await openCompany(run.world, statement);
    await runStep(await placeOf(run.world, statement, statement.byManager), statement);
  } catch (error) {
    if (error instanceof AppError) run.expectations.push(unexpected(statement, error));
    else run.problems.push(problemOf(error, statement));
  }
}

function unexpected(statement: Statement, error: AppError): ExpectationResult {
  const seen = `refused ${error.code}: ${error.message}`;
  return { line: statement.line, text: statement.text, isMet: false, expected: 'done', seen, isImplicit: true };
}

function problemOf(error: unknown, statement: Statement): ScenarioProblem {
  if (error instanceof LineProblem) return error.problem;
  const message = `The step failed for a reason that is no refusal: ${error instanceof Error ? error.message : error}`;
  return { line: statement.line, field: statement.text, code: 'step_failed', message };
}

/** Moves the clock to the statement's day, in its company. */
async function placeOf(world: World, statement: Omit<Statement, 'kind'>, byManager: boolean): Promise<Place> {
  const { line, day, time } = statement;
  const book = bookOf(world, statement);
  const { timeZone } = book.company;
  await advance(world, { day, time, zone: timeZone });
  if (!isToday(world, day, timeZone)) {
    const message = `In ${book.code} (${timeZone}) it is past ${day} already, because another company's clock is ahead. Use a later day.`;
    lineProblem(line, { field: day, code: 'day_is_past', message });
  }
  if (book.promises.size > 0) await judgeAll(world.database, scopeOf(book.company, false));
  return { world, book, scope: scopeOf(book.company, byManager), day, line };
}

function bookOf(world: World, statement: Pick<Statement, 'line' | 'company'>): CompanyBook {
  const { company, line } = statement;
  const book = company === null ? [...world.books.values()][0] : world.books.get(company);
  if (book) return book;
  const field = company ?? 'company';
  const message = `There is no company ${company ?? ''} in this scenario. Add a line before: company ${company ?? ''} EUR.`;
  return lineProblem(line, { field, code: 'company_unknown', message });
}

async function runExpectation(run: Run, statement: ExpectationStatement): Promise<void> {
  const { expectation, line, text } = statement;
  const verdict =
    expectation.kind === 'refused'
      ? await checkRefused(run.world, expectation)
      : await check(await placeOf(run.world, statement, statement.byManager), statement);
  const { isMet, expected, seen } = verdict;
  run.expectations.push({ line, text, isMet, expected, seen, isImplicit: false });
  if (verdict.again) run.answers.push({ statement, verdict });
}

async function check(place: Place, { expectation }: ExpectationStatement): Promise<Verdict> {
  switch (expectation.kind) {
    case 'item':
      return checkItem(place, expectation);
    case 'customer':
      return checkCustomer(place, expectation);
    case 'aging':
      return checkAging(place, expectation);
    case 'applications':
      return checkApplications(place, expectation);
    case 'entries':
      return checkEntries(place, expectation);
    case 'postings':
      return checkPostings(place, expectation);
    case 'journal':
      return checkJournal(place, expectation);
    case 'account':
      return checkAccount(place, expectation);
    case 'pending':
      return checkPending(place, expectation);
    case 'refused_pending':
      return checkRefusedPending(place, expectation);
    case 'verify':
      return checkVerify(place, expectation);
    case 'holds':
      return checkHolds(place, expectation);
    case 'closed_through':
      return checkClosedThrough(place, expectation);
    case 'refused':
      return checkRefused(place.world, expectation);
    default:
      return checkCollections(place, expectation);
  }
}

interface RefusedStep {
  readonly code: string | null;
  readonly words: string | null;
  readonly step: StepStatement;
}

/** The step must be refused, with that code and those words in the message or its details. */
async function checkRefused(world: World, { code, words, step }: RefusedStep): Promise<Verdict> {
  const expected = ['refused', code, words && `"${words}"`].filter(Boolean).join(' ');
  try {
    await runStep(await placeOf(world, step, step.byManager), step);
    return { isMet: false, expected, seen: 'done, not refused' };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const said = `${error.message} ${JSON.stringify(error.details ?? {})}`;
    const isMet = (code === null || code === error.code) && (words === null || said.includes(words));
    return { isMet, expected, seen: `refused ${error.code}: ${error.message}` };
  }
}

/** Each answer about a day, asked again with the same day and the same instant. */
async function askAgain(run: Run): Promise<void> {
  for (const { statement, verdict } of run.answers) {
    const standing = verdict.standing ?? '';
    const seen = (await verdict.again?.()) ?? '';
    const { line } = statement;
    const text = `the answer of line ${line} still stands`;
    run.expectations.push({ line, text, isMet: seen === standing, expected: standing, seen, isImplicit: true });
  }
}

async function verifyAll(run: Run, scenario: Scenario): Promise<void> {
  for (const book of run.world.books.values()) {
    const failed = await failedInvariants(run.world, book);
    const seen = failed.map((one) => `${one.invariant} (${one.failures.slice(0, 3).join('; ')})`).join(', ');
    run.expectations.push({
      line: scenario.line,
      text: `verify passes in ${book.code}`,
      isMet: failed.length === 0,
      expected: 'passes',
      seen: failed.length === 0 ? 'passes' : `fails ${seen}`,
      isImplicit: true,
    });
  }
}
