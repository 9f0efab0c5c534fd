/** What a request may cost. Each is a constant, so that nobody can ask for more than was measured. */

const MIB = 1024 * 1024;

/** A JSON body: a command of some thousand lines. Larger work arrives as a file. */
export const BODY_BYTES_MAX = 4 * MIB;
/** Objects and lists within each other in a request: the deepest body has eight. */
export const NESTING_MAX = 32;
/** A file: two million invoice rows, or a bank's year. */
export const UPLOAD_BYTES_MAX = 512 * MIB;
/** A page of a list when nothing is said, and at most. */
export const PAGE_ROWS = 100;
export const PAGE_ROWS_MAX = 1000;
/** Path parameters are codes and ids. */
export const PARAMETER_CHARS_MAX = 100;
export const IDEMPOTENCY_KEY_CHARS_MAX = 200;
/** One address: a busy office behind one router stays far below it. */
export const REQUESTS_PER_MINUTE_MAX = 6000;
/** Longer than the slowest request that is meant to be waited for. */
export const REQUEST_TIMEOUT_MS = 10 * 60_000;
/** Proxies cut connections that are silent for about a minute. */
export const EVENT_HEARTBEAT_MS = 15_000;
/** What running requests get to finish when the server stops. */
export const SHUTDOWN_GRACE_MS = 10_000;
