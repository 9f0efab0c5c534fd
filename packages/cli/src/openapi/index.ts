export { runOpenapi } from './openapi.command.ts';
