/** The creditor reference of ISO 11649: RF, two check digits by modulo 97, and up to 21 letters and digits of ours. */
import { remainderBy97 } from '../parties/account-number.ts';

const PAYLOAD = /^[A-Z0-9]{1,21}$/;

/** `creditorReference('539007547034')` is "RF18539007547034". Throws a RangeError on anything but 1 to 21 capitals and digits. */
export function creditorReference(payload: string): string {
  if (!PAYLOAD.test(payload)) throw new RangeError(`not 1 to 21 capitals and digits: ${JSON.stringify(payload)}`);
  const check = 98 - remainderBy97(`RF00${payload}`);
  return `RF${String(check).padStart(2, '0')}${payload}`;
}

/** As it is printed: "RF18 5390 0754 7034". */
export function printedReference(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, '$1 ');
}
