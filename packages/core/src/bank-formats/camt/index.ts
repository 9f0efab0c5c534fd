import { createCamtReader } from './camt-reader.ts';

export { createCamtReader } from './camt-reader.ts';
export { createXmlReader } from './xml-subtrees.ts';

/** camt.052, camt.053 and camt.054 of ISO 20022. */
export const camt = {
  name: 'camt',
  recognises: (head: string) =>
    /<(?:[\w.-]+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)|:xsd:camt\.05[234]\.|<!DOCTYPE[^>]*camt/.test(head),
  createReader: createCamtReader,
};
