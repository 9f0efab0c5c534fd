import { stat } from 'node:fs/promises';

export type { CommandIo } from '../command-io.ts';

/** Why a file cannot be read, or null when it can be tried. */
export async function fileRefusal(path: string): Promise<string | null> {
  try {
    return (await stat(path)).isFile() ? null : `${path} is no file`;
  } catch {
    return `${path} cannot be read; is the path right?`;
  }
}

/** Why a directory cannot be read, or null when it can be tried. */
export async function directoryRefusal(path: string): Promise<string | null> {
  try {
    return (await stat(path)).isDirectory() ? null : `${path} is no directory`;
  } catch {
    return `${path} cannot be read; is the path right?`;
  }
}
