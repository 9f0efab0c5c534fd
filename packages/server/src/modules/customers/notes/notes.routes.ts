/** Pins, and who can be named in a note. */
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import { listPinned } from '../activities.queries.ts';
import { activityJson, activitySchema } from '../activity.json.ts';
import { theCustomer } from '../customers.errors.ts';
import { idParams } from '../customers.schemas.ts';
import { recordsOfParty } from '../family.queries.ts';
import { listColleagues } from './mentions.usecase.ts';
import { pinActivity, unpinActivity } from './pins.usecase.ts';

const TAG = 'customers';

export function registerNotesRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/pins',
    permission: 'customers.read',
    tag: TAG,
    summary: 'What is pinned to a customer, the last pinned first',
    params: idParams,
    answer: z.object({ rows: z.array(activitySchema) }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        await theCustomer(tx, params.id);
        return { rows: (await listPinned(tx, await recordsOfParty(tx, params.id))).map(activityJson) };
      }),
  });

  for (const [method, action, summary, act] of [
    ['PUT', 'activity.pin', 'Pins a line: it stands first on the timeline and on the call sheet', pinActivity],
    ['DELETE', 'activity.unpin', 'Takes the pin away; the line stays', unpinActivity],
  ] as const) {
    app.companyRoute({
      method,
      path: '/activities/:id/pin',
      permission: 'activities.write',
      tag: TAG,
      summary,
      params: idParams,
      answer: 'nothing',
      handler: async (call) => {
        await runCommand(database, call.scope, call.command(action), async (tx) => {
          await act(tx, call.params.id);
          return null;
        });
      },
    });
  }

  app.companyRoute({
    method: 'GET',
    path: '/colleagues',
    permission: 'customers.read',
    tag: TAG,
    summary: 'Who can be named by an @: everybody here who may read customers',
    answer: z.object({ rows: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
    handler: async ({ scope }) => ({ rows: await database.read(scope, listColleagues) }),
  });
}
