export { runImport, type WithImporter } from './import.command.ts';
export type { Importer, ImportReport, ImportRequest } from './importer.ts';
