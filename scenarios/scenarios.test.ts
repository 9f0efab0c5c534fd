/** Runs every scenario of this folder on a real PostgreSQL. `npx vitest run scenarios` */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseScenarios } from '../packages/core/src/scenario/index.ts';
import { createTestDatabase, type TestDatabase } from '../packages/server/src/platform/testing/database.ts';
import { runScenarios } from '../packages/server/src/scenario/index.ts';

const here = import.meta.dirname;
const files = readdirSync(here)
  .filter((name) => name.endsWith('.txt'))
  .sort();

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
});

describe.each(files)('%s', (file) => {
  const { scenarios, problems } = parseScenarios(readFileSync(path.join(here, file), 'utf8'));

  it('is understood', () => {
    expect(problems).toEqual([]);
  });

  it.each(scenarios.map((scenario) => [scenario.title, scenario] as const))('%s', async (_title, scenario) => {
    const [report] = await runScenarios([scenario], database.connection);
    const unmet = report?.expectations
      .filter((one) => !one.isMet)
      .map((one) => `line ${one.line}: ${one.text}\n  expected ${one.expected}\n  seen     ${one.seen}`);
    expect(report?.problems.map((problem) => `line ${problem.line}: ${problem.message}`)).toEqual([]);
    expect(unmet).toEqual([]);
  });
});

it('there are at least 40 business cases', () => {
  const cases = files.flatMap((file) => parseScenarios(readFileSync(path.join(here, file), 'utf8')).scenarios);
  expect(cases.length).toBeGreaterThanOrEqual(40);
});
