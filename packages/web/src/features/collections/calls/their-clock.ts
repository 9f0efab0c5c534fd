/** What the clock of a customer shows. */

/** "04:05" in the zone, whatever the reader's language: a time to type back in. */
export function clockIn(instant: string | number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return format.format(typeof instant === 'number' ? instant : Date.parse(instant));
}

/** The place a zone is named after: "New York". */
export function placeOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
