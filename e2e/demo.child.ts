/**
 * Fills the demo of the data directory in its first argument, as much of it as the second says, and prints a one-time
 * sign-in link for each of its people, as JSON by e-mail address.
 */

import { dateInZone } from '@quittance/core/calendar';
import { createApp, migrate, openDatabase } from '@quittance/server';
import { DEMO_PEOPLE } from '../packages/server/src/demo/companies.ts';
import { seedDemo } from '../packages/server/src/demo/index.ts';
import { findPersonByEmail, makeSignInLink } from '../packages/server/src/modules/identity/index.ts';

const [dataDir = '', scale = '0.02'] = process.argv.slice(2);
const database = await openDatabase({ dataDir });
try {
  const { connection } = database;
  await migrate(connection);
  const app = await createApp({ connection });
  try {
    const { identity, operator } = app.services;
    const today = dateInZone(identity.clock.now(), 'UTC');
    const onProgress = (text: string) => void process.stderr.write(`Demo: ${text}\n`);
    await seedDemo({ connection, today, scale: Number(scale), onProgress });
    const madeBy = await operator();
    const tokens: Record<string, string> = {};
    for (const { email } of DEMO_PEOPLE) {
      const person = await findPersonByEmail((query) => identity.database.global(query), email);
      if (person) tokens[email] = (await makeSignInLink(identity, { personId: person.id, madeBy })).secret;
    }
    process.stdout.write(JSON.stringify(tokens));
  } finally {
    await app.close();
  }
} finally {
  await database.stop();
}
