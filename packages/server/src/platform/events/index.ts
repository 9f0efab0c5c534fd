export { emitEvents, type NewEvent } from './events.queries.ts';
