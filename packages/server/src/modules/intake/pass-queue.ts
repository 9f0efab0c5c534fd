/**
 * Files are passed through one after the other, a few at a time: each pass holds a transaction, a reading process and
 * further connections, and whoever drops thirty files must not take them all from everybody else.
 */

const PASSES_AT_ONCE = 2; // as many as a usual machine has cores

let underWay = 0;
const waiting: (() => void)[] = [];

/** Does the work when its turn has come, in the order of asking. `whileWaiting` is called every minute until then. */
export async function inTurn<T>(work: () => Promise<T>, whileWaiting: () => Promise<void>): Promise<T> {
  if (underWay >= PASSES_AT_ONCE) await turn(whileWaiting);
  else underWay += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) underWay -= 1;
    else next();
  }
}

const STILL_THERE_MS = 60_000;

async function turn(whileWaiting: () => Promise<void>): Promise<void> {
  const timer = setInterval(() => void whileWaiting().catch(() => undefined), STILL_THERE_MS);
  timer.unref();
  try {
    await new Promise<void>((resolve) => waiting.push(resolve));
  } finally {
    clearInterval(timer);
  }
}
