export { runCashbench } from './bench-cashbench.command.ts';
