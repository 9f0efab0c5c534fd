/**
 * The processes that read files. Starting one costs half a second of processor time, so one that has read a small plain file to
 * its end is kept for the next for a moment. Whoever met anything else is ended: no file finds what a wrong one left.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Enough to know a million documents of one file apart; a file that needs more ends its own process only. */
const HEAP_MB_MAX = 768;
const IDLE_MS_MAX = 10_000;
/** A process that has read more than this in all has a memory worth giving back. */
const KEPT_BYTES_MAX = 8 * 1024 * 1024;

const CHILD = fileURLToPath(new URL('./read-file.child.ts', import.meta.url));
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface ReadingChild {
  readonly stdin: Socket;
  readonly stdout: Socket;
  /** Whether it has ended, when it has. */
  readonly closed: Promise<unknown>;
  readonly kill: () => void;
  /** For the next file: only after a whole file of so many bytes was read and all was told. */
  readonly keep: (bytes: number) => void;
}

let spare: { readonly child: ReadingChild; readonly claim: () => void } | null = null;

/** A process that waits for a file: the one that was kept, or a new one. */
export function takeReadingChild(): ReadingChild {
  const kept = spare;
  spare = null;
  kept?.claim();
  return kept?.child ?? startChild();
}

function startChild(): ReadingChild {
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB_MAX}`, '--import', LOADER, CHILD], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
  });
  const { stdin, stdout } = socketsOf(child);
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.once('error', () => stdout.destroy());
  stdin.on('error', () => {}); // one that has ended does not want the rest; that it ended is told by its output
  const handles = [child, stdin, stdout] as const;
  let bytesRead = 0;
  const self: ReadingChild = {
    stdin,
    stdout,
    closed,
    kill: () => void child.kill('SIGKILL'),
    keep(bytes) {
      bytesRead += bytes;
      if (spare !== null || bytesRead > KEPT_BYTES_MAX) return self.kill();
      for (const handle of handles) handle.unref();
      const idle = setTimeout(forget, IDLE_MS_MAX).unref();
      child.once('close', forget);
      const claim = () => {
        clearTimeout(idle);
        child.off('close', forget);
        for (const handle of handles) handle.ref();
      };
      spare = { child: self, claim };
    },
  };
  function forget(): void {
    if (spare?.child === self) spare = null;
    self.kill();
  }
  return self;
}

/** Pipes of a child are sockets: they can be told not to keep the program alive. */
function socketsOf(child: ChildProcess): { readonly stdin: Socket; readonly stdout: Socket } {
  return { stdin: child.stdin as Socket, stdout: child.stdout as Socket };
}
