export { listCompanies } from './companies.queries.ts';
export { type CompanyDraft, type CompanySetup, createCompany, requireCompany } from './companies.usecase.ts';
export { type OrganisationOptions, registerOrganisationRoutes } from './organisation.routes.ts';
