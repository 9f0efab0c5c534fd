export { runStart } from './start.command.ts';
