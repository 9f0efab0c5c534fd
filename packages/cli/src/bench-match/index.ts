export { runBenchMatch } from './bench-match.command.ts';
