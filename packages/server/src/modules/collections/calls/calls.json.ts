/** Calls as the API tells them. */
import { CALL_OUTCOMES, CALL_SITUATIONS } from '@quittance/core/calls';
import { LETTER_LANGUAGES } from '@quittance/core/correspondence';
import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import type { CallBackInHours } from './call-backs.usecase.ts';
import type { CallSheet, Reach } from './call-sheet.usecase.ts';

export const outcomeSchema = z.enum(CALL_OUTCOMES);
export const situationSchema = z.enum(CALL_SITUATIONS);
export const languageSchema = z.enum(LETTER_LANGUAGES);

const windowSchema = z
  .object({ from: z.string(), until: z.string(), isNow: z.boolean() })
  .nullable()
  .describe('When both sides work: now, or next; null: not within the days looked at');

const reachSchema = z.object({
  contactId: z.string().nullable().describe('Null: the number of the customer itself'),
  name: z.string().nullable(),
  roles: z.array(z.string()),
  language: z.string().nullable(),
  isPrimary: z.boolean(),
  hasAddress: z.boolean(),
  notes: z.string().nullable(),
  written: z.string().nullable().describe('The number as it was written down'),
  number: z.string().nullable().describe('E.164; null: it cannot be dialled as it is written'),
  shown: z.string().nullable(),
  link: z.string().nullable().describe('tel:; null also for whoever said not to be called'),
  isWrong: z.boolean().describe('A call found it wrong, and none since got through'),
  isRefused: z.boolean().describe('Said not to be called'),
  lastReachedAt: z.string().nullable(),
});

const openSchema = z.object({
  id: z.string(),
  number: z.string(),
  dueOn: z.string(),
  open: moneyJsonSchema,
  isOverdue: z.boolean(),
  isDisputed: z.boolean(),
  promisedUntil: z.string().nullable().describe('All that is open of it is promised, the last of it until this day'),
});

const shownBackSchema = z.object({
  id: z.string(),
  dueAt: z.string(),
  assigneeName: z.string(),
  contactName: z.string().nullable(),
  note: z.string(),
});

export const sheetSchema = z
  .object({
    customerId: z.string(),
    number: z.string(),
    name: z.string(),
    timeZone: z.string(),
    window: windowSchema,
    bestTime: z
      .object({ fromHour: z.number(), untilHour: z.number(), reached: z.number(), tried: z.number() })
      .nullable()
      .describe('By the customer’s clock, from past calls'),
    reaches: z.array(reachSchema),
    chosen: z.number().int().nullable().describe('Which of them the sheet is for'),
    situation: situationSchema,
    language: languageSchema,
    script: z.string(),
    scriptNumber: z.number().int(),
    items: z.array(openSchema).describe('Open debits, the oldest first, at most 50'),
    itemCount: z.number().int(),
    collectable: z
      .array(moneyJsonSchema)
      .describe('What can be asked for, as My day has it: less what is held, less credits'),
    promises: z.array(z.object({ id: z.string(), state: z.string(), promisedOn: z.string(), amount: moneyJsonSchema })),
    disputes: z.array(z.object({ id: z.string(), itemNumber: z.string().nullable(), reason: z.string() })),
    lastContacts: z.array(
      z.object({ id: z.string(), kind: z.string(), at: z.string(), by: z.string(), text: z.string() }),
    ),
    callBacks: z.array(shownBackSchema),
  })
  .meta({ id: 'CallSheet' });

const ITEMS_SHOWN = 50; // what one speaks about on the phone; the customer's page has all

export function sheetJson(sheet: CallSheet): z.output<typeof sheetSchema> {
  const { customer, matters, reaches, chosen } = sheet;
  const disputed = new Set(matters.disputes.map(({ itemId }) => itemId));
  const numbers = new Map(matters.items.map(({ id, number }) => [id, number]));
  const promises = [...(matters.brokenPromise === null ? [] : [matters.brokenPromise]), ...matters.openPromises];
  return {
    ...{ customerId: customer.id, number: customer.number, name: customer.name, timeZone: sheet.timeZone },
    ...{ window: sheet.window, bestTime: sheet.bestTime, situation: sheet.situation, language: sheet.language },
    ...{ script: sheet.script, scriptNumber: sheet.scriptNumber, itemCount: matters.items.length },
    reaches: reaches.map(reachJson),
    chosen: chosen === null ? null : reaches.indexOf(chosen),
    items: matters.items.slice(0, ITEMS_SHOWN).map(({ id, number, dueOn, openMinor, currency }) => ({
      ...{ id, number, dueOn, open: moneyJson(openMinor, currency) },
      ...{ isOverdue: dueOn < sheet.today, isDisputed: disputed.has(id) },
      promisedUntil: matters.promisedUntil.get(id) ?? null,
    })),
    collectable: matters.collectable.map((one) => moneyJson(one.collectableMinor, one.currency)),
    promises: promises.map(({ id, state, promisedOn, amountMinor, currency }) => ({
      ...{ id, state, promisedOn, amount: moneyJson(amountMinor, currency) },
    })),
    disputes: matters.disputes.map(({ id, itemId, reason }) => ({
      ...{ id, reason, itemNumber: itemId === null ? null : (numbers.get(itemId) ?? null) },
    })),
    lastContacts: sheet.lastContacts.map(({ id, kind, happenedAt: at, actorName: by, text }) => ({
      ...{ id, kind, at, by, text },
    })),
    callBacks: sheet.callBacks.map(({ id, dueAt, assigneeName, contactName, note }) => ({
      ...{ id, dueAt, assigneeName, contactName, note },
    })),
  };
}

function reachJson({
  contact,
  written,
  number,
  isWrong,
  isRefused,
  lastReachedAt,
}: Reach): z.output<typeof reachSchema> {
  return {
    contactId: contact?.id ?? null,
    name: contact?.name ?? null,
    roles: [...(contact?.roles ?? [])],
    language: contact?.language ?? null,
    isPrimary: contact?.isPrimary ?? false,
    hasAddress: contact?.email != null,
    notes: contact?.notes ?? null,
    written,
    number: number?.number ?? null,
    shown: number?.shown ?? null,
    link: isRefused ? null : (number?.link ?? null),
    isWrong,
    isRefused,
    lastReachedAt,
  };
}

export const callBackSchema = z
  .object({
    id: z.string(),
    customerId: z.string(),
    customerNumber: z.string(),
    customerName: z.string(),
    contactId: z.string().nullable(),
    contactName: z.string().nullable(),
    dueAt: z.string(),
    theirZone: z.string().describe('Of the customer’s clock'),
    window: windowSchema,
    assigneeId: z.string(),
    assigneeName: z.string(),
    note: z.string(),
    madeByName: z.string(),
  })
  .meta({ id: 'CallBack' });

export function callBackJson(row: CallBackInHours): z.output<typeof callBackSchema> {
  const { country: _country, timeZone: _zone, status: _status, ...shown } = row;
  return shown;
}
