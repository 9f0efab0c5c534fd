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
  test.use({ storageState: path.join(process.env.QUITTANCE_JOURNEY_SESSIONS ?? '', `${PEOPLE[person]}.json`) });
}

/** The link that the server printed when it started. It signs the administrator in, once. */
export function printedLink(): string {
  return process.env.QUITTANCE_JOURNEY_LINK ?? '';
}

/** What a program may ask in the name of the person on the page: its session, and its token against forgery. */
export async function csrfToken(page: Page): Promise<string> {
  const session = (await (await page.request.get('/api/v1/session')).json()) as { csrfToken: string };
  return session.csrfToken;
}
