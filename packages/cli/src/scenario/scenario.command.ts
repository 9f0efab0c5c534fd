/**
 * `quittance scenario FILE... [--json]`: business cases written as text, run on a throwaway ledger; for each case each
 * expectation, expected against seen. Exit codes: 0 all met, 1 some not met or problems in the text, 2 wrong usage.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseScenarios, type Scenario, type ScenarioProblem } from '@quittance/core/scenario';
import { openThrowawayDatabase, runScenarios } from '@quittance/server';
import type { CommandIo, ExitCode } from '../command-io.ts';
import { countsOf, type FileReport } from './file-report.ts';
import { printReports } from './scenario-printer.ts';

const USAGE = `usage: quittance scenario FILE... [--json]

  FILE    text with one or several cases; the format is described in docs/features/scenarios.md
  --json  print the results as one JSON document

  The cases run on an own embedded database that is removed afterwards, or, when DATABASE_URL is set, on a
  database made beside it and dropped again. Nothing that is there already is touched.
`;

/** `databaseUrl` is the server to make the throwaway database on; without one an embedded server is started. */
export async function runScenario(
  argv: readonly string[],
  io: CommandIo,
  databaseUrl = process.env.DATABASE_URL,
): Promise<ExitCode> {
  const request = readRequest(argv);
  if (request === 'help') {
    io.stdout(USAGE);
    return 0;
  }
  if ('refusal' in request) {
    io.stderr(`quittance scenario: ${request.refusal}\n${USAGE}`);
    return 2;
  }
  const texts: { file: string; text: string }[] = [];
  for (const file of request.files) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) {
      io.stderr(`quittance scenario: ${file} cannot be read; is the path right?\n`);
      return 2;
    }
    texts.push({ file, text });
  }
  const parsed = texts.map(({ file, text }) => ({ file, ...parseScenarios(text) }));
  const results = await runAll(parsed, databaseUrl);
  const isMet = results.every(({ reports, problems }) => problems.length === 0 && reports.every((one) => one.isMet));
  io.stdout(request.isJson ? asJson(results) : printReports(results));
  return isMet ? 0 : 1;
}

function readRequest(argv: readonly string[]): { files: string[]; isJson: boolean } | { refusal: string } | 'help' {
  const options = { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    if (values.help) return 'help';
    if (positionals.length === 0) return { refusal: 'name one file or several' };
    return { files: positionals, isJson: values.json };
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) };
  }
}

interface ParsedFile {
  readonly file: string;
  readonly scenarios: readonly Scenario[];
  readonly problems: readonly ScenarioProblem[];
}

/** One database for all files; none is started when nothing can be run. */
async function runAll(files: readonly ParsedFile[], databaseUrl: string | undefined): Promise<FileReport[]> {
  if (files.every((file) => file.scenarios.length === 0))
    return files.map(({ file, problems }) => ({ file, problems, reports: [] }));
  const database = await openThrowawayDatabase(databaseUrl);
  try {
    const results: FileReport[] = [];
    for (const { file, scenarios, problems } of files)
      results.push({ file, problems, reports: await runScenarios(scenarios, database.connection) });
    return results;
  } finally {
    await database.drop();
  }
}

/** `{ isMet, counts, files: [{ file, scenarios: [{ title, line, isMet, expectations, problems }], problems }] }` */
function asJson(results: readonly FileReport[]): string {
  const files = results.map(({ file, reports, problems }) => ({ file, scenarios: reports, problems }));
  return `${JSON.stringify({ ...countsOf(results), files }, null, 2)}\n`;
}
