/** Fills the demo of the data directory in its argument, and says on standard error how far it is. */
import path from 'node:path';
import { fillDemo, openDatabase } from '@quittance/server';

const [dataDir = ''] = process.argv.slice(2);
const startedAt = performance.now();
const filesDirectory = path.join(dataDir, 'files');
const database = await openDatabase({ dataDir });
try {
  const onProgress = (text: string) => void process.stderr.write(`Demo: ${text}\n`);
  const { seeded } = await fillDemo({ connection: database.connection, filesDirectory, onProgress });
  if (seeded) {
    process.stderr.write(`Demo: ready after ${Math.round((performance.now() - startedAt) / 1000)} s\n`);
    process.stderr.write(`Demo: files to drop into the browser are in ${filesDirectory}\n`);
  }
} catch (error) {
  process.stderr.write(`Demo: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await database.stop();
}
