export { runVerify } from './verify.command.ts';
