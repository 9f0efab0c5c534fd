/** Runs every scenario of this folder, and those of the reference, on a real PostgreSQL. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseScenarios } from '../packages/core/src/scenario/index.ts';
import { createTestDatabase, type TestDatabase } from '../packages/server/src/platform/testing/database.ts';
import { runScenarios, type ScenarioReport } from '../packages/server/src/scenario/index.ts';

const here = import.meta.dirname;
const files = readdirSync(here)
  .filter((name) => name.endsWith('.txt'))
  .sort();

const reference = readFileSync(path.join(here, '../docs/features/scenarios.md'), 'utf8');
const examples = [...reference.matchAll(/```text\n(.*?)```/gs)].map(([, text]) => text).join('\n');
const texts = [
  ...files.map((file) => ({ file, ...parseScenarios(readFileSync(path.join(here, file), 'utf8')) })),
  { file: 'the examples of docs/features/scenarios.md', ...parseScenarios(examples) },
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
});

describe.each(texts)('$file', ({ scenarios, problems }) => {
  let reports: ScenarioReport[];
  beforeAll(async () => {
    reports = await runScenarios(scenarios, database.connection);
  });

  it('is understood', () => {
    expect(problems).toEqual([]);
  });

  it.each(scenarios.map((scenario, index) => [scenario.title, index] as const))('%s', (_title, index) => {
    const report = reports[index];
    const unmet = report?.expectations
      .filter((one) => !one.isMet)
      .map((one) => `line ${one.line}: ${one.text}\n  expected ${one.expected}\n  seen     ${one.seen}`);
    expect(report?.problems.map((problem) => `line ${problem.line}: ${problem.message}`)).toEqual([]);
    expect(unmet).toEqual([]);
  });
});

it('there are at least 40 business cases', () => {
  expect(texts.flatMap((text) => text.scenarios).length).toBeGreaterThanOrEqual(40);
});
