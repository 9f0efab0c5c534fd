import { z } from 'zod';
import type { HttpApp } from '../../platform/http/index.ts';
import type { IdentityContext } from './identity.context.ts';
import { type GridViewRow, listViews } from './views.queries.ts';
import { changeView, chooseDefaultView, mayChangeView, removeView, saveView } from './views.usecase.ts';

const NAME_CHARS_MAX = 60;
/** An address is cut by servers and mail programs not far above. */
const STATE_CHARS_MAX = 2000;

const gridSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, 'lower-case letters, digits and hyphens')
  .describe('The id of the grid');
const draftSchema = z.object({
  name: z.string().trim().min(1).max(NAME_CHARS_MAX),
  state: z.string().max(STATE_CHARS_MAX).describe('What stands in the address: filters, order, groups, columns'),
  isShared: z.boolean().describe('Seen by everybody in the company'),
});
const viewSchema = z
  .object({
    id: z.string(),
    grid: z.string(),
    name: z.string(),
    state: z.string(),
    isShared: z.boolean(),
    isDefault: z.boolean().describe('The grid opens with it for the caller'),
    madeBy: z.string(),
    mayChange: z.boolean(),
  })
  .meta({ id: 'View' });
const idParams = z.object({ id: z.uuid() });
const TAG = 'views';

export function registerViewRoutes(app: HttpApp, { database }: Pick<IdentityContext, 'database'>): void {
  app.companyRoute({
    method: 'GET',
    path: '/views',
    permission: 'ledger.read',
    tag: TAG,
    summary: 'The caller’s views of grids and those shared in the company, by grid and name',
    answer: z.object({ rows: z.array(viewSchema) }),
    handler: async ({ scope, permissions }) => {
      const rows = await database.read(scope, listViews);
      return { rows: rows.map((row) => viewJson(row, { actorId: scope.actor.id, permissions })) };
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/views',
    permission: 'ledger.read',
    tag: TAG,
    summary: 'Saves a view of a grid under a name',
    description: 'Sharing it needs the permission views.share.',
    body: draftSchema.extend({ grid: gridSchema }),
    answer: z.object({ id: z.string() }),
    status: 201,
    handler: ({ scope, permissions, body, command }) =>
      saveView({ database, scope, permissions, command: command('view.save') }, body),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/views/:id',
    permission: 'ledger.read',
    tag: TAG,
    summary: 'Renames, shares or replaces a view',
    description: 'A shared view is changed by who made it or by who manages the company.',
    params: idParams,
    body: draftSchema,
    answer: 'nothing',
    handler: ({ scope, permissions, params, body, command }) =>
      changeView({ database, scope, permissions, command: command('view.change') }, params.id, body),
  });

  app.companyRoute({
    method: 'DELETE',
    path: '/views/:id',
    permission: 'ledger.read',
    tag: TAG,
    summary: 'Deletes a view',
    params: idParams,
    answer: 'nothing',
    handler: ({ scope, permissions, params, command }) =>
      removeView({ database, scope, permissions, command: command('view.delete') }, params.id),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/default-views/:grid',
    permission: 'ledger.read',
    tag: TAG,
    summary: 'Chooses the view with which a grid opens for the caller',
    params: z.object({ grid: gridSchema }),
    body: z.object({ viewId: z.uuid().nullable() }),
    answer: 'nothing',
    handler: ({ scope, permissions, params, body, command }) =>
      chooseDefaultView({ database, scope, permissions, command: command('view.default') }, { ...params, ...body }),
  });
}

function viewJson(row: GridViewRow, caller: Parameters<typeof mayChangeView>[1]): z.output<typeof viewSchema> {
  const { id, grid, name, state, isShared, isDefault, ownerName } = row;
  return { id, grid, name, state, isShared, isDefault, madeBy: ownerName, mayChange: mayChangeView(row, caller) };
}
