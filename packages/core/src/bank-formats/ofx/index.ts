import { createOfxReader } from './ofx-reader.ts';

/** OFX 1 (SGML) and 2 (XML), and Quicken's QFX. */
export const ofx = {
  name: 'ofx',
  recognises: (head: string) => /OFXHEADER\s*[:=]|<OFX[\s>]/i.test(head),
  createReader: createOfxReader,
};
