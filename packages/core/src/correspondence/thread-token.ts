/**
 * What ties an answer to its conversation when a mail program drops the thread headers: a token that the answer carries in the
 * address it is sent to (name+token@domain, RFC 5233) or in its subject, in brackets. Letters and digits that nobody mixes up.
 */

export const TOKEN_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
export const TOKEN_CHARS = 8;
const TOKEN = `[${TOKEN_LETTERS}]{${TOKEN_CHARS}}`;
const IN_SUBJECT = new RegExp(`\\[(?:#|REF[: ]*)?(${TOKEN})\\]`, 'gi');

/** `addressWithToken('ar@example.com', 'K7Q2M9XD')` is "ar+k7q2m9xd@example.com". */
export function addressWithToken(address: string, token: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${token.toLowerCase()}${address.slice(at)}`;
}

/** The token in one of the addresses of a mail, when it is an address of ours with one. */
export function tokensInAddresses(addresses: readonly string[], own: string): string[] {
  const at = own.lastIndexOf('@');
  const [name, domain] = [own.slice(0, at).toLowerCase(), own.slice(at).toLowerCase()];
  return addresses.flatMap((address) => {
    const lower = address.trim().toLowerCase();
    if (!lower.startsWith(`${name}+`) || !lower.endsWith(domain)) return [];
    const token = lower.slice(name.length + 1, lower.length - domain.length).toUpperCase();
    return new RegExp(`^${TOKEN}$`).test(token) ? [token] : [];
  });
}

/** `tokensInSubject('AW: Mahnung [K7Q2M9XD]')` is ["K7Q2M9XD"]. */
export function tokensInSubject(subject: string): string[] {
  return [...subject.matchAll(IN_SUBJECT)].map((match) => (match[1] ?? '').toUpperCase());
}

export function subjectWithToken(subject: string, token: string): string {
  return tokensInSubject(subject).includes(token) ? subject : `${subject} [${token}]`;
}

const ANSWER_MARKS = /^\s*(?:(?:re|aw|wg|fwd?|r|i|rif|sv|vs|tr|rv|antw|odp)\s*(?:\[\d+\])?\s*:\s*)+/i;

/** The subject without what answers and forwards put before it, and without a token. */
export function plainSubject(subject: string): string {
  return subject.replace(ANSWER_MARKS, '').replace(IN_SUBJECT, '').replace(/\s+/g, ' ').trim();
}

/** "<a@x>" of a header with one or more Message-IDs, the latest first; at most as many as real threads have. */
export function messageIdsIn(header: string | null | undefined): string[] {
  return [...(header ?? '').matchAll(/<[^<>\s]{1,500}>/g)]
    .map((match) => match[0])
    .reverse()
    .slice(0, IDS_MAX);
}

const IDS_MAX = 50;
