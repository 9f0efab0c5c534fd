/** Filling the demo takes memory for 60,000 items; a process of its own gives it back, and may be stopped at any moment. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const CHILD = fileURLToPath(new URL('./fill-demo.child.ts', import.meta.url));
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Does nothing when the demo is there. What was left half filled is filled anew the next time. */
export async function fillDemoApart(dataDir: string, stopping: AbortSignal): Promise<'filled' | 'failed' | 'stopped'> {
  if (stopping.aborted) return 'stopped';
  const child = spawn(process.execPath, ['--import', LOADER, CHILD, dataDir], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () => void child.kill();
  stopping.addEventListener('abort', stop);
  const [code] = (await once(child, 'close')) as [number | null];
  stopping.removeEventListener('abort', stop);
  if (stopping.aborted) return 'stopped';
  return code === 0 ? 'filled' : 'failed';
}
