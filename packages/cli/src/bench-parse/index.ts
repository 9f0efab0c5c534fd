export { runBenchParse } from './bench-parse.command.ts';
