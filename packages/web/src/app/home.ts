import type { Company } from './api.types.ts';
import { may } from './permissions.ts';

type Home = '/c/$company/my-day' | '/c/$company/cash/$queue' | '/c/$company/aging';

/** The first page of a person: the cash queues for who applies cash, the day's list for who collects, else the aging. */
export function homeOf(company: Company): Home {
  if (may(company, 'cash.apply') && company.roles.includes('cash_analyst')) return '/c/$company/cash/$queue';
  return company.roles.includes('collections_analyst') ? '/c/$company/my-day' : '/c/$company/aging';
}
