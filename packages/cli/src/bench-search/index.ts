export { runBenchInbox, runBenchSearch, runBenchWritten } from './bench-search.command.ts';
