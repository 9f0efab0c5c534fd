/** A contact's number as a phone dials it. A number without its country is read as one of the customer's country. */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

export interface DialledNumber {
  /** E.164, with `;ext=` where there is an extension. */
  readonly number: string;
  /** As people read it, with the country: +39 06 1234 5678. */
  readonly shown: string;
  readonly link: string;
}

/** Null: it cannot be dialled as it is written. `dialledNumber('06 1234 5678', 'IT')` is +390612345678. */
export function dialledNumber(written: string | null, country: string | null): DialledNumber | null {
  if (written === null) return null;
  const defaultCountry = country !== null && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const read = parsePhoneNumberFromString(written, { ...(defaultCountry ? { defaultCountry } : {}), extract: false });
  if (!read?.isPossible()) return null;
  const extension = read.ext === undefined ? '' : `;ext=${read.ext}`;
  return { number: `${read.number}${extension}`, shown: read.formatInternational(), link: read.getURI() };
}
