import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownerPool } from '../database/pool.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { type JobLog, runJobs } from './index.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

it('a job that fails is told, and neither it nor others stop; stopping lets what runs end', async () => {
  const told: string[] = [];
  const log: JobLog = { warn: () => {}, error: (facts) => told.push((facts as { job: string }).job) };
  let finished = 0;
  let started = () => {};
  const running = new Promise<void>((resolve) => {
    started = resolve;
  });
  const jobs = [
    { name: 'fails', at: '0 0 1 1 *', run: async () => Promise.reject(new Error('no')) },
    {
      name: 'takes_time',
      at: '0 0 1 1 *',
      run: async () => {
        started();
        await new Promise((resolve) => setTimeout(resolve, 300));
        finished += 1;
      },
    },
  ];
  const runner = await runJobs({ connection: database.connection, jobs, log });
  const owner = ownerPool(database.connection, 1);
  await owner.query(`select graphile_worker.add_job('fails'), graphile_worker.add_job('takes_time')`);
  await owner.end();
  await running;
  await runner.stop();
  expect(finished).toBe(1);
  expect(told).toEqual(['fails']);
});

it('a job that is slow takes one place only, however often its time comes; the others are done meanwhile', async () => {
  let slowStarted = 0;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let done = () => {};
  const others = new Promise<void>((resolve) => {
    done = resolve;
  });
  const jobs = [
    {
      name: 'mailboxes',
      at: '0 0 1 1 *',
      run: async () => {
        slowStarted += 1;
        await held;
      },
    },
    { name: 'posting', at: '0 0 1 1 *', run: async () => done() },
  ];
  const runner = await runJobs({ connection: database.connection, jobs, log: { warn: () => {}, error: () => {} } });
  const owner = ownerPool(database.connection, 1);
  // As its time has come six times while the first still waits for the other side.
  for (let minute = 0; minute < 6; minute += 1) await owner.query(`select graphile_worker.add_job('mailboxes')`);
  await owner.query(`select graphile_worker.add_job('posting')`);
  await owner.end();
  await others;
  expect(slowStarted).toBe(1);
  release();
  await runner.stop();
});
