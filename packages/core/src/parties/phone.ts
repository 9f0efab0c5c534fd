/**
 * Phone numbers as they are dialled: E.164 when the country is said (`+39 06 1234` or `0039 06 1234`), else as written, since a
 * guess would call somebody else.
 */
export function phoneNumber(text: string): string {
  const written = text.trim().replace(/\s+/g, ' ');
  const compact = written
    .replace(/\(0\)/g, '')
    .replace(/[\s()./-]/g, '')
    .replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(compact) ? compact : written;
}
