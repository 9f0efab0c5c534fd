/**
 * What the product asks for with a task of the ladder, in codes: the screen says it in the reader's language, and offers the act itself
 * beside it. The title that is stored with it is in the language of whoever had it first, and is what search finds.
 */
import { STEP_KINDS } from '@quittance/core/strategies';
import { z } from 'zod';
import { moneyJsonSchema } from '../../../platform/http/index.ts';

export const taskActSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('step'),
    step: z.enum(STEP_KINDS),
    stepKey: z.string(),
    amount: moneyJsonSchema.describe('Overdue, in company currency'),
    items: z.array(z.string()).describe('Their numbers'),
    more: z.number().int().describe('How many items are not named'),
  }),
  z.object({ kind: z.literal('returned'), address: z.string() }),
]);
export type TaskAct = z.output<typeof taskActSchema>;
