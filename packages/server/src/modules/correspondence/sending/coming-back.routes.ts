/** Letters that did not go out after all, written again. */
import { z } from 'zod';
import type { HttpApp } from '../../../platform/http/index.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import { languageSchema, leftOutSchema, purposeSchema, templateUseSchema } from '../templates/letters.schemas.ts';
import { letterAgain } from './write-again.usecase.ts';

const answer = z
  .object({
    conversationId: z.string(),
    customerId: z.string().nullable(),
    to: z.array(z.object({ address: z.string(), name: z.string().nullable() })),
    cc: z.array(z.string()),
    postalAddress: z.string().nullable(),
    subject: z.string(),
    body: z.string(),
    wordsAreOld: z.boolean().describe('Its writer’s own words, of when it was about other items'),
    language: languageSchema,
    template: templateUseSchema.nullable(),
    itemIds: z.array(z.string()),
    leftOut: z.array(leftOutSchema).describe('Items that it was about and does not ask for now, each with its reason'),
    files: z.array(z.object({ sha256: z.string(), name: z.string(), bytes: z.number().int() })),
  })
  .meta({ id: 'LetterAgain' });

export function registerComingBackRoutes(app: HttpApp, { database, asking }: CorrespondenceContext): void {
  app.companyRoute({
    method: 'GET',
    path: '/messages/:id/again',
    permission: 'correspondence.write',
    tag: 'correspondence',
    summary: 'A letter by hand that did not go out, to be written again without what stands in its way',
    params: z.object({ id: z.uuid() }),
    answer,
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const { template, ...letter } = await letterAgain(tx, params.id, asking);
        return {
          ...letter,
          ...{ to: [...letter.to], cc: [...letter.cc], itemIds: [...letter.itemIds] },
          ...{ leftOut: [...letter.leftOut], files: [...letter.files] },
          template:
            template === null
              ? null
              : {
                  ...{ purpose: purposeSchema.parse(template.purpose), number: template.number },
                  ...{ language: languageSchema.parse(template.language) },
                  ...(template.attached === undefined ? {} : { attached: [...template.attached] }),
                },
        };
      }),
  });
}
