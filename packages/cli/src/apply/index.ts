export { runApply } from './apply.command.ts';
