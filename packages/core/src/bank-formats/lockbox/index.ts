import { createLockboxReader } from './lockbox-reader.ts';

/** BAI lockbox: fixed-width records 1 to 9. */
export const lockbox = {
  name: 'lockbox',
  recognises: (head: string) =>
    /^[\ufeff\s]*1[\d ]{2}.{20}\d{6}[^\r\n]{0,60}(?:\r\n?|\n)\s*[25]\S/.test(head) &&
    /(?:^|[\r\n])6\d{6}\d{10}/.test(head),
  createReader: createLockboxReader,
};
