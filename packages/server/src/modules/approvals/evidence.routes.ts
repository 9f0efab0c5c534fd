/** Files that speak for a request. */
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import type { Database } from '../../platform/database/transaction.ts';
import { notFound } from '../../platform/errors.ts';
import type { HttpApp } from '../../platform/http/index.ts';
import { findEvidence } from './evidence.queries.ts';
import { addEvidence, wholeFile } from './evidence.usecase.ts';

const TAG = 'approvals';

export function registerEvidenceRoutes(app: HttpApp, { database }: { database: Database }): void {
  app.companyRoute({
    method: 'POST',
    path: '/approvals/:id/evidence',
    permission: 'approvals.request',
    tag: TAG,
    summary: 'Adds a file that speaks for an open request, up to 10 MiB',
    params: z.object({ id: z.uuid() }),
    body: 'file',
    answer: z.object({ id: z.string() }),
    status: 201,
    handler: async (call) => {
      const file = await call.file();
      const content = await wholeFile(file.content);
      return runCommand(database, call.scope, call.command('approval.evidence'), async (tx) => ({
        id: await addEvidence(tx, { requestId: call.params.id, name: file.name, content }),
      }));
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/approvals/:id/evidence/:file',
    permission: 'approvals.read',
    tag: TAG,
    summary: 'A file that speaks for a request',
    params: z.object({ id: z.uuid(), file: z.uuid() }),
    answer: 'file',
    handler: async ({ scope, params }) => {
      const found = await database.read(scope, (tx) => findEvidence(tx, { requestId: params.id, id: params.file }));
      if (!found) throw notFound('file', params.file);
      // Never shown in place: what somebody uploaded is downloaded as it is.
      return { name: found.name, type: 'application/octet-stream', content: found.content };
    },
  });
}
