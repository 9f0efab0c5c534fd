export { runScenario } from './scenario.command.ts';
