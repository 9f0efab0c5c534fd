import { localDate } from '@quittance/core/calendar';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { DEMO_COMPANIES } from '../companies.ts';
import { COUNTRIES } from './countries.ts';
import { demoCustomers } from './customers.ts';

const customers = DEMO_COMPANIES.flatMap((company) =>
  demoCustomers(company, { seed: 'phones', count: 500, insolventDays: [localDate('2026-01-02')] }),
);

/** The country that a number is really one of; nothing when no exchange knows such numbers. */
function countryOf(phone: string): string | undefined {
  const read = parsePhoneNumberFromString(phone, { extract: false });
  return read?.isValid() ? read.country : undefined;
}

describe('telephone numbers of the demo', () => {
  it('can be dialled as they are written, in the country of the customer', () => {
    const wrong = customers.filter(({ phone, country }) => countryOf(phone) !== country);
    expect(wrong.map(({ country, phone }) => `${country} ${phone}`)).toEqual([]);
    expect(new Set(customers.map(({ country }) => country))).toEqual(new Set(Object.keys(COUNTRIES)));
  });

  it('are nobody’s: American ones end in 555 01xx, as those of films do', () => {
    const american = customers.filter(({ country }) => country === 'US' || country === 'CA');
    expect(american.every(({ phone }) => /^\+1 \d{3} 555 01\d\d$/.test(phone))).toBe(true);
  });
});
