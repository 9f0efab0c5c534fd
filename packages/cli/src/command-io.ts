/** Where a command writes: standard output holds the answer only, all else goes to standard error. */
export interface CommandIo {
  /** May answer with a promise, which whoever writes much awaits before writing more. */
  readonly stdout: (text: string) => void | Promise<void>;
  readonly stderr: (text: string) => void | Promise<void>;
}

/** 0 done, 1 problems in the data or a refusal (both listed), 2 wrong usage. */
export type ExitCode = number;

export const EXIT_REFUSED = 1;
export const EXIT_USAGE = 2;

/** Wrong usage: the message and how to use the command go to standard error, and the exit code is 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
