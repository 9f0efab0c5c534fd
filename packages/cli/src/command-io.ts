/** Where a command writes: standard output holds the answer only, all else goes to standard error. */
export interface CommandIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** 0 done, 1 problems in the data or a refusal (both listed), 2 wrong usage. */
export type ExitCode = number;

/** Wrong usage: the message and how to use the command go to standard error, and the exit code is 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
