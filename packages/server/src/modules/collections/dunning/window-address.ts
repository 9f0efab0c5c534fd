/** What a window envelope shows: the name, then the address as the profile has it, of which the name may be a part already. */

/** `Alder Ltd` at `ALDER LTD, 4 High Street` stays as it is; at `4 High Street` the name is put above it. */
export function windowAddress(name: string, address: string): string {
  const [ours, theirs] = [folded(name), folded(address)];
  const hasName = theirs.startsWith(ours) && /^( ?[\n,;]|$)/u.test(theirs.slice(ours.length));
  return hasName ? address : `${name}\n${address}`;
}

/** Capitals, spaces and the line ends of forms are no difference. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[ \t]+/gu, ' ')
    .trim();
