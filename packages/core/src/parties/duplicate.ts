/**
 * Which customers may be one party twice, and why. A shared tax number or bank account is strong by itself; the same name is
 * so only together with the country or an e-mail domain, since names repeat. Members of one family share much and are
 * no duplicates for that.
 */
import { normaliseAccount, normalisePartyName } from '../matching/party-name.ts';
import { compactTaxNumber } from './tax-number.ts';

export interface Party {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly country: string | null;
  readonly parentId: string | null;
  readonly taxNumbers: readonly string[];
  readonly accounts: readonly string[];
  readonly emails: readonly string[];
}

export type DuplicateEvidence =
  | { readonly kind: 'tax_number'; readonly value: string }
  | { readonly kind: 'account'; readonly value: string }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'country'; readonly value: string }
  | { readonly kind: 'email_domain'; readonly value: string }
  | { readonly kind: 'email'; readonly value: string };

export interface DuplicatePair {
  /** The smaller id first. */
  readonly firstId: string;
  readonly secondId: string;
  /** 1 to 100. */
  readonly confidence: number;
  readonly evidence: readonly DuplicateEvidence[];
}

/** More customers than this under one key (a bank's collection account, a tax number of zeros) are no evidence. */
const SHARERS_MAX = 8;
/** Below this confidence a pair is not worth a person's look. */
const CONFIDENCE_MIN = 50;

const POINTS = {
  tax_number: 70,
  account: 60,
  email: 35,
  name: 40,
  country: 12,
  email_domain: 15,
} as const;

/** Domains at which anybody may have an address. */
const PUBLIC_DOMAINS: ReadonlySet<string> = new Set(
  'gmail.com googlemail.com hotmail.com outlook.com live.com yahoo.com yahoo.it yahoo.de icloud.com gmx.de gmx.net web.de t-online.de libero.it alice.it tiscali.it virgilio.it pec.it legalmail.it orange.fr wanadoo.fr free.fr aol.com proton.me'.split(
    ' ',
  ),
);

/**
 * Pairs by confidence, the surest first, then by id. Two records named "Rossi S.p.A." and "ROSSI SPA" have 40 and are not
 * listed; of one country they have 52 and are, with an e-mail domain in common 67, with the same tax number 100.
 */
export function findDuplicates(parties: readonly Party[]): DuplicatePair[] {
  const byId = new Map(parties.map((party) => [party.id, party]));
  const pairs = new Map<string, DuplicateEvidence[]>();
  for (const [evidence, ids] of sharedKeys(parties)) {
    const sorted = [...ids].sort();
    for (const [at, firstId] of sorted.entries()) {
      for (const secondId of sorted.slice(at + 1)) {
        const key = `${firstId} ${secondId}`;
        pairs.set(key, [...(pairs.get(key) ?? []), evidence]);
      }
    }
  }
  const found: DuplicatePair[] = [];
  for (const [key, shared] of pairs) {
    const [first, second] = key.split(' ').map((id) => byId.get(id));
    if (first === undefined || second === undefined || isFamily(first, second)) continue;
    const evidence = [...shared, ...supporting(first, second, shared)];
    const confidence = confidenceOf(evidence);
    if (confidence >= CONFIDENCE_MIN) found.push({ firstId: first.id, secondId: second.id, confidence, evidence });
  }
  return found.sort(
    (left, right) =>
      right.confidence - left.confidence ||
      (left.firstId < right.firstId ? -1 : left.firstId > right.firstId ? 1 : left.secondId < right.secondId ? -1 : 1),
  );
}

function isFamily(first: Party, second: Party): boolean {
  if (first.parentId === second.id || second.parentId === first.id) return true;
  return first.parentId !== null && first.parentId === second.parentId;
}

function* sharedKeys(parties: readonly Party[]): Iterable<[DuplicateEvidence, ReadonlySet<string>]> {
  const keys: readonly [(value: string) => DuplicateEvidence, (party: Party) => readonly string[]][] = [
    [(value) => ({ kind: 'tax_number', value }), (party) => party.taxNumbers.map(taxKey).filter(isTelling)],
    [(value) => ({ kind: 'account', value }), (party) => party.accounts.map(normaliseAccount).filter(isTelling)],
    [(value) => ({ kind: 'name', value }), (party) => [normalisePartyName(party.name)]],
    [(value) => ({ kind: 'email', value }), (party) => party.emails.map((email) => email.trim().toLowerCase())],
  ];
  for (const [evidenceOf, valuesOf] of keys) {
    const sharers = new Map<string, Set<string>>();
    for (const party of parties) {
      for (const value of valuesOf(party)) {
        if (value === '') continue;
        const ids = sharers.get(value);
        if (ids) ids.add(party.id);
        else sharers.set(value, new Set([party.id]));
      }
    }
    for (const [value, ids] of sharers) if (ids.size > 1 && ids.size <= SHARERS_MAX) yield [evidenceOf(value), ids];
  }
}

/** With or without the country's letters in front it is one number. */
function taxKey(text: string): string {
  return compactTaxNumber(text).replace(/^[A-Z]{2}(?=[A-Z0-9]{7})/, '');
}

/** A run of one digit is a placeholder. */
function isTelling(value: string): boolean {
  return value.length >= 6 && !/^(.)\1*$/.test(value);
}

/** What speaks for a pair that was found by something else. */
function supporting(first: Party, second: Party, shared: readonly DuplicateEvidence[]): DuplicateEvidence[] {
  const found: DuplicateEvidence[] = [];
  if (first.country !== null && first.country === second.country) found.push({ kind: 'country', value: first.country });
  if (shared.every((one) => one.kind !== 'email')) {
    const theirs = domainsOf(second);
    const domain = [...domainsOf(first)].find((one) => theirs.has(one));
    if (domain !== undefined) found.push({ kind: 'email_domain', value: domain });
  }
  return found;
}

function domainsOf(party: Party): Set<string> {
  const domains = party.emails.map((email) => email.trim().toLowerCase().split('@')[1] ?? '');
  return new Set(domains.filter((domain) => domain !== '' && !PUBLIC_DOMAINS.has(domain)));
}

function confidenceOf(evidence: readonly DuplicateEvidence[]): number {
  const total = evidence.reduce((sum, one) => sum + POINTS[one.kind], 0);
  return Math.min(100, total);
}
