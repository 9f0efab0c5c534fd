export { type AuditLine, insertAudit } from './command.queries.ts';
export { type Command, type CommandTx, inCommand, runClosingCommand, runCommand } from './command.usecase.ts';
