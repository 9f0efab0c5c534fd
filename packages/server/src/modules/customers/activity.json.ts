import { z } from 'zod';
import type { Activity } from './activities.queries.ts';

export const activitySchema = z
  .object({
    id: z.string(),
    customerId: z.string(),
    itemId: z.string().nullable(),
    contactId: z.string().nullable(),
    kind: z.string().describe('note, call, mail, meeting, invoice_received or another'),
    happenedAt: z.string(),
    recordedAt: z.string(),
    actorId: z.string(),
    actorName: z.string(),
    durationSeconds: z.number().int().nullable(),
    text: z.string(),
    supersedesId: z.string().nullable().describe('The line this one replaces, when it was edited'),
    firstId: z.string().describe('Of its first version: its own when nobody edited it'),
    isPinned: z.boolean(),
    mentions: z.array(z.object({ id: z.string(), name: z.string() })).describe('Who was named by an @ and told'),
  })
  .meta({ id: 'Activity' });

export function activityJson(activity: Activity): z.output<typeof activitySchema> {
  const { caseId: _case, detail: _detail, mentions, ...shown } = activity;
  return { ...shown, mentions: [...mentions] };
}
