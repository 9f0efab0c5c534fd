import { createBai2Reader } from './bai2-reader.ts';

/** BAI2 and BTR2 balance reporting. */
export const bai2 = {
  name: 'bai2',
  /** A file header with its date, and a group behind it; banks may send a line of their own before. */
  recognises: (head: string) =>
    /(?:^|[\r\n])[\s\ufeff]*01\s*,[^,\r\n]*,[^,\r\n]*,\s*(?:\d{6}|\d{8})?\s*,/.test(head) &&
    /(?:^|[\r\n/])[ \t]*02\s*,/.test(head),
  createReader: createBai2Reader,
};
