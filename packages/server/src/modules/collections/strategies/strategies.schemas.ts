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
  })
  .meta({ id: 'CollectionStrategy' });

export const strategiesSchema = z.array(strategySchema).max(STRATEGIES_MAX);
