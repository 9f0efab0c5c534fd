export { createJsonRows, type JsonCell, type JsonRecord } from './json-rows.ts';
export { JsonRefused } from './json-tokens.ts';
