export { runBenchWritten } from './bench-written.command.ts';
