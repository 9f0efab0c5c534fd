/**
 * Whether the receiving server found that a mail comes from whom it names (RFC 8601). A header of that name in the mail may be
 * written by anybody: only the first ones are looked at, and only those of the server we receive by.
 */

export interface SenderAuthentication {
  readonly verdict: 'passed' | 'failed' | 'unknown';
  /** "spf=pass dkim=pass dmarc=pass", in the server's words. */
  readonly detail: string | null;
}

const METHODS = /\b(dmarc|dkim|spf)\s*=\s*([a-z]+)([^;]*)/gi;

/** `results` are the values of the header as they stand, the topmost first; `authority` the name our server writes. */
export function senderAuthentication(
  results: readonly string[],
  { authority, fromAddress }: { readonly authority: string | null; readonly fromAddress: string },
): SenderAuthentication {
  const unknown: SenderAuthentication = { verdict: 'unknown', detail: null };
  if (authority === null) return unknown;
  // The receiving server puts its own on top: what stands below another server's word may be forged.
  const own = results.slice(0, OWN_HEADERS_MAX).find((value) => serverOf(value) === authority.toLowerCase());
  if (own === undefined) return unknown;
  const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1).toLowerCase();
  const found = [...own.replace(/\([^()]*\)/g, ' ').matchAll(METHODS)].map((match) => ({
    method: (match[1] ?? '').toLowerCase(),
    result: (match[2] ?? '').toLowerCase(),
    isOfSender: aligns(match[3] ?? '', domain),
  }));
  const detail = found.map(({ method, result }) => `${method}=${result}`).join(' ') || null;
  return { verdict: verdictOf(found), detail };
}

const OWN_HEADERS_MAX = 2;

interface Finding {
  readonly method: string;
  readonly result: string;
  readonly isOfSender: boolean;
}

/** DMARC says it whole; without it, a signature or path of the sender's own domain does. */
function verdictOf(found: readonly Finding[]): SenderAuthentication['verdict'] {
  const dmarc = found.find(({ method }) => method === 'dmarc');
  if (dmarc?.result === 'pass') return 'passed';
  if (dmarc?.result === 'fail') return 'failed';
  if (found.some(({ method, result, isOfSender }) => method !== 'dmarc' && result === 'pass' && isOfSender))
    return 'passed';
  return found.some(({ result }) => result === 'fail') ? 'failed' : 'unknown';
}

function aligns(properties: string, domain: string): boolean {
  const named = /(?:header\.d|header\.i|smtp\.mailfrom|header\.from)\s*=\s*"?([^\s";]+)/i.exec(properties)?.[1] ?? '';
  const of = named.slice(named.lastIndexOf('@') + 1).toLowerCase();
  return of !== '' && (of === domain || domain.endsWith(`.${of}`) || of.endsWith(`.${domain}`));
}

function serverOf(value: string): string {
  return (value.trim().split(/[;\s]/)[0] ?? '').toLowerCase();
}
