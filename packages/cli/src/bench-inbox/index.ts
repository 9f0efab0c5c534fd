export { runBenchInbox } from './bench-inbox.command.ts';
