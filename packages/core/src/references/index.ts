/**
 * A document number as a payer might write it: capitals and digits only, no leading zeros. "inv-00471" and "INV 471" do
 * not meet (letters and digits are one text), "0001930180459" and "1930180459" do: both are "1930180459".
 */
export function referenceKey(number: string): string {
  const key = number
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^0+/, '');
  return key === '' ? number.trim() : key;
}
