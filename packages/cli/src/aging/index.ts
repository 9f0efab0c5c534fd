export { runAging } from './aging.command.ts';
