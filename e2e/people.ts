/** Who the journeys are about, and where they begin. */
import path from 'node:path';
import { type Page, test } from '@playwright/test';

/** The demo's people, by what they do. */
const PEOPLE = {
  'cash analyst': 'cash@demo.example',
  'collections analyst': 'collections@demo.example',
  expert: 'expert@demo.example',
  manager: 'manager@demo.example',
  auditor: 'auditor@demo.example',
} as const;

export type Person = keyof typeof PEOPLE;

/** The journeys of this file, or of this block, are those of a person who has signed in. */
export function signedInAs(person: Person): void {
  test.use({ storageState: sessionOf(person) });
}

/** Where a person's session is kept: for what somebody else does meanwhile. */
export function sessionOf(person: Person): string {
  return path.join(process.env.QUITTANCE_JOURNEY_SESSIONS ?? '', `${PEOPLE[person]}.json`);
}

/** The link that the server printed when it started. It signs the administrator in, once. */
export function printedLink(): string {
  return process.env.QUITTANCE_JOURNEY_LINK ?? '';
}

interface Session {
  readonly csrfToken: string;
  readonly companies: readonly { readonly code: string; readonly today: string }[];
}

/** What the server says of who is signed in on this page. */
export async function session(page: Page): Promise<Session> {
  return (await (await page.request.get('/api/v1/session')).json()) as Session;
}

/** Today where a company is. */
export async function todayIn(page: Page, company: string): Promise<string> {
  const found = (await session(page)).companies.find(({ code }) => code === company);
  if (!found) throw new Error(`nobody here works in ${company}`);
  return found.today;
}
