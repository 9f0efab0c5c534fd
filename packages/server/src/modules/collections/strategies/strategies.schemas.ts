import {
  BOUNDARIES,
  STEP_CHANNELS,
  STEP_KINDS,
  STEP_PURPOSES,
  STEPS_MAX,
  STRATEGIES_MAX,
} from '@quittance/core/strategies';
import { z } from 'zod';

const NAME_CHARS_MAX = 100;
const WORDS_MAX = 100; // values of one list of customers
const WORD_CHARS_MAX = 100;

const figure = z.number().int();
const wordsSchema = z.array(z.string().trim().min(1).max(WORD_CHARS_MAX)).max(WORDS_MAX);

const stepSchema = z.object({
  key: z
    .string()
    .max(WORD_CHARS_MAX)
    .describe('Names the step for ever; an item’s history tells by it where it stands'),
  kind: z.enum(STEP_KINDS),
  channel: z.enum(STEP_CHANNELS),
  purpose: z.enum(STEP_PURPOSES).nullable().describe('The text of the letter; null for what a person does'),
  boundary: z.enum(BOUNDARIES).describe('From where the days are counted'),
  days: figure,
  waitDays: figure.describe('At least so many days after the item’s step before'),
  itemUnitsMin: figure.describe('Whole units of the company’s currency'),
});

const scoringSchema = z
  .object({
    overduePoints: figure.describe('Half of them at the usual overdue amount, never quite all'),
    agePoints: figure,
    ageDays: figure.describe('All points of the oldest item’s age at so many days'),
    contactPoints: figure,
    contactDays: figure.describe('All points of silence at so many days'),
    creditPoints: figure,
    creditFromPercent: figure.describe('None below so many per cent of the credit limit, all at 100'),
    brokenPromisePoints: figure.describe('For each promise broken in the last year'),
    brokenPromisePointsMax: figure.describe('All broken promises together'),
    latenessPoints: figure,
    latenessDays: figure.describe('All points for who usually pays so many days late'),
    riskPoints: figure.describe('Of what is collectable, weighted by the habit of paying late'),
    heldPoints: figure.describe('Taken away when all that is overdue is disputed or promised'),
    smallPoints: figure.describe('Taken away below so many per cent of the usual overdue amount'),
    smallPercent: figure,
    tierPoints: z.record(z.string().max(WORD_CHARS_MAX), figure).describe('By tier, added'),
  })
  .describe('By which points its customers are ranked; out of 100');

export const strategySchema = z
  .object({
    name: z.string().trim().max(NAME_CHARS_MAX),
    customers: z.object({
      channels: wordsSchema,
      segments: wordsSchema,
      tiers: wordsSchema,
      countries: wordsSchema,
      tags: wordsSchema,
    }),
    ladder: z.array(stepSchema).max(STEPS_MAX),
    limits: z.object({
      messagesPerDayMax: figure,
      quietDays: figure,
      customerUnitsMin: figure,
      bankDataDaysMax: figure,
    }),
    scoring: scoringSchema,
  })
  .meta({ id: 'CollectionStrategy' });

export const strategiesSchema = z.array(strategySchema).max(STRATEGIES_MAX);
