import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '../../../server/src/platform/database/backup/backup.ts';
import { restore } from '../../../server/src/platform/database/backup/restore.ts';
import { migrate } from '../../../server/src/platform/database/migrations/migrate.ts';
import { openDatabase } from '../../../server/src/platform/database/open.ts';
import { type BackupTools, runBackup, runRestore } from './backup.command.ts';

let directory: string;
const place = (name: string) => path.join(directory, name);

/** The real server parts on data directories of their own. */
const tools: BackupTools<Awaited<ReturnType<typeof openDatabase>>['connection']> = {
  open: ({ data, mustExist }) => openDatabase({ dataDir: data ?? '', mustExist }),
  backup,
  restore,
};

async function run(command: typeof runBackup, argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const io = {
    stdout: (text: string) => {
      written.out += text;
    },
    stderr: (text: string) => {
      written.err += text;
    },
  };
  return { code: await command(argv, io, tools), ...written };
}

beforeAll(async () => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'quittance-cli-backup-'));
  const database = await openDatabase({ dataDir: place('old') });
  await migrate(database.connection);
  await database.stop();
});

afterAll(() => rmSync(directory, { recursive: true }));

describe('quittance backup and restore', () => {
  it('carry a ledger from one data directory to another', async () => {
    const saved = await run(runBackup, [place('monday.backup'), '--data', place('old'), '--json']);
    expect(saved).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(saved.out)).toMatchObject({ file: place('monday.backup') });
    const loaded = await run(runRestore, [place('monday.backup'), '--data', place('new')]);
    expect(loaded).toMatchObject({ code: 0, err: '' });
    expect(loaded.out).toMatch(/^Restored \d+ rows of \d+ tables as of .* quittance verify\n$/);
    const again = run(runRestore, [place('monday.backup'), '--data', place('new'), '--json']);
    await expect(again).rejects.toThrow('Nothing was changed');
  });

  it('refuse a data directory without a database, and make none', async () => {
    const saved = run(runBackup, [place('other.backup'), '--data', place('mistyped')]);
    await expect(saved).rejects.toThrow(place('mistyped'));
  });

  it('say how they are used', async () => {
    writeFileSync(place('letter.txt'), 'dear customer');
    expect(await run(runBackup, [])).toMatchObject({ code: 2, out: '' });
    expect(await run(runBackup, ['a', 'b'])).toMatchObject({ code: 2 });
    expect(await run(runRestore, [place('none.backup'), '--data', place('new')])).toMatchObject({ code: 2 });
    expect(await run(runRestore, ['--help'])).toMatchObject({ code: 0, err: '' });
    await expect(run(runRestore, [place('letter.txt'), '--data', place('third')])).rejects.toThrow('letter.txt');
  });
});
