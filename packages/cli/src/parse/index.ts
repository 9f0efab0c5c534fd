export { type CommandOutput, runParse } from './parse.command.ts';
