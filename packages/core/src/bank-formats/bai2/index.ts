import { createBai2Reader } from './bai2-reader.ts';

/** Sender, receiver, date and time; a list whose rows happen to begin with 01 and 02 has no such pair. */
const FILE_HEADER = /(?:^|[\r\n])[\s\ufeff]*01\s*,[^,\r\n]*,[^,\r\n]*,\s*(?:\d{6}|\d{8})\s*,[\d:\s]{0,10}[,/]/;
const GROUP_HEADER = /(?:^|[\r\n/])[ \t]*02\s*,[^,\r\n]*,[^,\r\n]*,\s*[1-4]?\s*,\s*(?:\d{6}|\d{8})\s*[,/]/;

/** BAI2 and BTR2 balance reporting. Banks may send a line of their own before. */
export const bai2 = {
  name: 'bai2',
  recognises: (head: string) => FILE_HEADER.test(head) && GROUP_HEADER.test(head),
  createReader: createBai2Reader,
};
