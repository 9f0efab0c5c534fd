import { createEdi820Reader } from './edi820-reader.ts';

/** ANSI X12 820, also without its outer envelopes. */
export const edi820 = {
  name: 'edi820',
  recognises: (head: string) =>
    /^[\ufeff\s]*(?:ISA|GS|ST)[^A-Za-z0-9\s]/i.test(head) && /(?:^|[^A-Za-z0-9])ST[^A-Za-z0-9\s]820[^0-9]/i.test(head),
  createReader: createEdi820Reader,
};
