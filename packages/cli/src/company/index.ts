export { runCompany } from './company.command.ts';
