/**
 * What the product does by itself, on graphile-worker: each job at its time, once among all servers of a database. A job may
 * run twice when a server dies in its midst, so running it twice must do no more than once.
 */
import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import pg from 'pg';

export interface Job {
  /** In snake_case; servers of one database know each other's jobs by it. */
  readonly name: string;
  /** When, in cron's five fields, UTC: `* * * * *` is every minute. */
  readonly at: string;
  readonly run: () => Promise<void>;
}

export interface JobLog {
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

const CONNECTIONS_MAX = 8; // one to listen, and one for each job that begins or ends
/** Five may wait for others' computers (folders, mailboxes, mail in and out, its folders), and two are left for our own work. */
const CONCURRENCY = 7;

/** Runs the jobs until it is stopped; what is running then is let end. Needs the owner's rights for a schema of its own. */
export async function runJobs(options: {
  connection: pg.ClientConfig;
  jobs: readonly Job[];
  log: JobLog;
}): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({ ...options.connection, max: CONNECTIONS_MAX, application_name: 'quittance jobs' });
  // A connection that is cut is replaced by the next use; what ran on it fails by itself.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    const runner = await start(pool, options);
    return {
      async stop() {
        await runner.stop();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function start(pool: pg.Pool, { jobs, log }: { jobs: readonly Job[]; log: JobLog }): Promise<Runner> {
  // While one is at work its next time is passed over, so that a slow one never takes the place of others. No queue of the
  // library does this: one that a killed server had locked stays locked for four hours.
  const atWork = new Set<string>();
  const taskList: TaskList = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async () => {
        if (atWork.has(job.name)) return;
        atWork.add(job.name);
        try {
          await job.run();
        } catch (error) {
          log.error({ err: error, job: job.name }, 'a job failed; it is tried again at its next time');
        } finally {
          atWork.delete(job.name);
        }
      },
    ]),
  );
  const parsedCronItems = parseCronItems(
    jobs.map(({ name, at }) => ({
      task: name,
      match: at,
      identifier: name,
      options: { maxAttempts: 1, jobKey: name },
    })),
  );
  const logger = new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ from: 'graphile-worker' }, message);
  });
  return run({ pgPool: pool, taskList, parsedCronItems, logger, concurrency: CONCURRENCY, noHandleSignals: true });
}
