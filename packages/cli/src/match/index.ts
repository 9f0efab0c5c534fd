export { runMatch } from './match.command.ts';
