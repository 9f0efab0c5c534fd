export { runBenchSearch } from './bench-search.command.ts';
