export { noteAbsence } from './calendars/absences.usecase.ts';
export { registerCalendarRoutes } from './calendars/calendars.routes.ts';
export { addHolidayList, markYearChecked, turnYear } from './calendars/holidays.usecase.ts';
export { addShift, addTeam, assignWork, setCompanyHours } from './calendars/shifts.usecase.ts';
export {
  companyCalendar,
  customerCalendars,
  personCalendars,
} from './calendars/work-calendars.ts';
export { listCompanies } from './companies.queries.ts';
export { type CompanyDraft, type CompanySetup, createCompany, requireCompany } from './companies.usecase.ts';
export { type OrganisationOptions, registerOrganisationRoutes } from './organisation.routes.ts';
