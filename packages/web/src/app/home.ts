import type { Company } from './api.types.ts';
import { may } from './permissions.ts';

/** The first page of a person: the cash queues for who applies cash, the aging for everybody else. */
export function homeOf(company: Company): '/c/$company/cash/$queue' | '/c/$company/aging' {
  return may(company, 'cash.apply') && company.roles.includes('cash_analyst')
    ? '/c/$company/cash/$queue'
    : '/c/$company/aging';
}
