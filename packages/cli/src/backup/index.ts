export { type BackupTools, runBackup, runRestore } from './backup.command.ts';
