export { runBenchLedger } from './bench-ledger.command.ts';
