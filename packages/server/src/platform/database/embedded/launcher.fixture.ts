/**
 * A process that uses the embedded database of a directory, for tests that kill it.
 * `stay DIR` opens it and waits for a line on standard input, then leaves; `write DIR` commits numbers and prints each.
 */
import pg from 'pg';
import { openEmbedded } from './launcher.ts';

const [mode = 'stay', dataDir = ''] = process.argv.slice(2);
const server = await openEmbedded({ dataDir });
const client = new pg.Client(server.connection);
await client.connect();
const postmaster = await client.query<{ pid: number }>(
  `select (regexp_match(pg_read_file('postmaster.pid'), '^\\d+'))[1]::int as pid`,
);
process.stdout.write(`${JSON.stringify({ origin: server.origin, postmaster: postmaster.rows[0]?.pid })}\n`);
if (mode === 'write') await writeForEver();
await new Promise((resolve) => process.stdin.once('data', resolve));
await client.end();
await server.stop();
process.exit(0);

async function writeForEver(): Promise<never> {
  await client.query('create table if not exists written (number bigint primary key, note text)');
  const last = await client.query<{ number: string }>('select coalesce(max(number), 0) as number from written');
  for (let number = Number(last.rows[0]?.number) + 1; ; number++) {
    await client.query('insert into written values ($1, repeat($2, 200))', [number, 'x']);
    process.stdout.write(`${number}\n`);
  }
}
