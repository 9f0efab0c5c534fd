import { stat } from 'node:fs/promises';

/** Where a command writes: standard output holds the answer only, all else goes to standard error. */
export interface CommandIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** Why a file cannot be read, or null when it can be tried. */
export async function fileRefusal(path: string): Promise<string | null> {
  try {
    return (await stat(path)).isFile() ? null : `${path} is no file`;
  } catch {
    return `${path} cannot be read; is the path right?`;
  }
}
