export { readRemt001, remt001 } from './remt001.ts';
