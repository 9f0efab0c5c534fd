/** Asking and deciding under four eyes. */
import { APPROVAL_KINDS } from '@quittance/core/approvals';
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import type { Company, Database, Scope, Tx } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  moneyJson,
  type Principal,
  pageOf,
  pageQuerySchema,
  pageSchema,
  rolesIn,
} from '../../platform/http/index.ts';
import { letTransfersArriveIn } from '../ledger/index.ts';
import { askedAct } from './act-input.usecase.ts';
import {
  actInputSchema,
  approvalDetailJson,
  approvalDetailSchema,
  approvalRowJson,
  approvalRowSchema,
  draftAnswerSchema,
  entriesJson,
  type Reader,
  reasonSchema,
  wordsSchema,
} from './approvals.schemas.ts';
import { ask, askAgain, draftWish } from './ask.usecase.ts';
import { approve, sendBack, withdraw } from './decide.usecase.ts';
import { registerEvidenceRoutes } from './evidence.routes.ts';
import { type InterestDesk, isInterest } from './interest-act.ts';
import { registerLimitRoutes } from './limits.routes.ts';
import { loadRules, neededIn } from './limits.usecase.ts';
import { registerPaymentRoutes } from './payments.routes.ts';
import { type Asker, approvalDetail, withTurns } from './read-approval.usecase.ts';
import { findRequest, listRequests, openCounts } from './requests.queries.ts';

export interface ApprovalsOptions {
  readonly database: Database;
  readonly listCompanies: () => Promise<readonly Company[]>;
  /** Who charges interest and lets it go. */
  readonly interest: InterestDesk;
}

const TAG = 'approvals';
const WAITING_MAX = 1_000; // of one company at a time: more is a backlog that counts as it is
const idParams = z.object({ id: z.uuid() });
const SEEN_CHARS_MAX = 64;

const wishBody = z.object({ act: actInputSchema, reason: reasonSchema, note: wordsSchema });

export function registerApprovalRoutes(app: HttpApp, options: ApprovalsOptions): void {
  registerReading(app, options);
  registerAsking(app, options);
  registerDeciding(app, options);
  registerEvidenceRoutes(app, options);
  registerLimitRoutes(app, options);
  registerPaymentRoutes(app, options);
}

/** Requests and decisions are a person's own word: a program reads them only, whatever its role says. */
export function requirePerson(principal: Principal): void {
  if (principal.kind === 'session') return;
  const message = 'Only a person who is signed in asks and decides; an API token cannot.';
  throw new AppError('approval_takes_a_person', message, { status: 403 });
}

function readerOf({ company, actor, today }: Tx): Reader {
  const { functionalCurrency, timeZone } = company;
  return { functionalCurrency, timeZone, actorId: actor.id, today };
}

function askerOf(principal: Principal, scope: Scope): Asker {
  return { roles: rolesIn(principal, scope), isPerson: principal.kind === 'session' };
}

function registerReading(app: HttpApp, { database, interest }: ApprovalsOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/approvals',
    permission: 'approvals.read',
    tag: TAG,
    summary: 'What was asked for under four eyes, the latest first',
    query: pageQuerySchema.extend({
      view: z.enum(['waiting', 'for_me', 'mine', 'sent_back', 'settled', 'all']).default('all'),
      kind: z.enum(APPROVAL_KINDS).optional(),
      customerId: z.uuid().optional(),
      itemId: z.uuid().optional(),
    }),
    answer: pageSchema(approvalRowSchema),
    handler: ({ scope, query, principal }) =>
      database.read(scope, async (tx) => {
        const { view, kind, customerId, itemId, limit } = query;
        const [before] = decodeCursor(query.cursor, 1) ?? [];
        const requestedBy = view === 'mine' ? scope.actor.id : undefined;
        const states = STATES_OF[view];
        // Whose turn it is follows from limits, not from a column: all that wait are looked through.
        const read = view === 'for_me' ? WAITING_MAX : limit + 1;
        const found = await listRequests(tx, { states, kind, customerId, itemId, requestedBy, before, limit: read });
        const rows = await withTurns(tx, found, askerOf(principal, scope));
        const wanted = view === 'for_me' ? rows.filter((row) => row.noTurn === null).slice(0, limit + 1) : rows;
        return pageOf(
          wanted.map((row) => approvalRowJson(row, readerOf(tx))),
          limit,
          (row) => [row.id],
        );
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/approvals/counts',
    permission: 'approvals.read',
    tag: TAG,
    summary: 'How many requests wait, how many of them for the caller, and how many came back to the caller',
    answer: z.object({
      waiting: z.number().int(),
      forMe: z.number().int(),
      sentBack: z.number().int(),
      sentBackToMe: z.number().int(),
    }),
    handler: ({ scope, principal }) =>
      database.read(scope, async (tx) => {
        const waiting = await listRequests(tx, { states: ['waiting'], limit: WAITING_MAX });
        const rows = await withTurns(tx, waiting, askerOf(principal, scope));
        return { ...(await openCounts(tx)), forMe: rows.filter((row) => row.noTurn === null).length };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/approvals/:id',
    permission: 'approvals.read',
    tag: TAG,
    summary: 'A request: what was asked, what would be posted now, what speaks against it, who has said what',
    params: idParams,
    answer: approvalDetailSchema,
    // A posting transaction, though nothing is left written: an open request is drafted again, and taken back.
    handler: ({ scope, params, principal }) =>
      database.post(scope, async (tx) => {
        const request = await findRequest(tx, params.id);
        if (!request) throw notFound('request', params.id);
        const asker = { ...askerOf(principal, scope), interest };
        return approvalDetailJson(await approvalDetail(tx, request, asker), readerOf(tx));
      }),
  });
  registerNotes(app, { database, interest });
}

function registerNotes(app: HttpApp, { database, interest }: Pick<ApprovalsOptions, 'database' | 'interest'>): void {
  app.companyRoute({
    method: 'GET',
    path: '/approvals/:id/interest-note',
    permission: 'approvals.read',
    tag: TAG,
    summary:
      'The note over interest that a request comes to, as PDF: its items, interest and fees; nothing is left written',
    params: idParams,
    answer: 'file',
    handler: async ({ scope, params }) => {
      const draw = await database.post(scope, async (tx) => {
        const request = await findRequest(tx, params.id);
        const isOpen = request?.state === 'waiting' || request?.state === 'sent_back';
        if (!request || !isOpen || !isInterest(request.act)) throw notFound('open request about interest', params.id);
        return interest.note(tx, request.act);
      });
      return draw();
    },
  });
}

const STATES_OF = {
  waiting: ['waiting'],
  for_me: ['waiting'],
  mine: undefined,
  sent_back: ['sent_back'],
  settled: ['posted', 'withdrawn'],
  all: undefined,
} as const;

function registerAsking(app: HttpApp, { database, interest }: ApprovalsOptions): void {
  app.companyRoute({
    method: 'POST',
    path: '/approvals/draft',
    permission: 'approvals.request',
    tag: TAG,
    summary: 'What an act would post now, without asking for it',
    body: z.object({ act: actInputSchema }),
    answer: draftAnswerSchema,
    handler: ({ scope, body, principal }) =>
      database.post(scope, async (tx) => {
        const { act } = await askedAct(tx, body.act, principal);
        const drafted = await draftWish(tx, { act, reason: 'draft', interest });
        const { kind, customerId, currency, amountMinor, valueMinor } = drafted;
        const functional = scope.company.functionalCurrency;
        return {
          ...{ kind, customerId },
          amount: moneyJson(amountMinor, currency),
          value: moneyJson(valueMinor, functional),
          needed: neededIn(await loadRules(tx), { kind, valueMinor }),
          entries: entriesJson(drafted.entries, functional),
        };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/approvals',
    permission: 'approvals.request',
    tag: TAG,
    summary: 'Asks for an act; another person decides, and it is posted then',
    body: wishBody,
    answer: z.object({ id: z.string() }),
    status: 201,
    handler: (call) => {
      requirePerson(call.principal);
      return runCommand(database, call.scope, call.command('approval.ask'), async (tx) => {
        const asked = await askedAct(tx, call.body.act, call.principal);
        return { id: await ask(tx, { ...asked, interest, reason: call.body.reason, note: call.body.note }) };
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/approvals/:id/ask-again',
    permission: 'approvals.request',
    tag: TAG,
    summary: 'Asks again, changed, for what was sent back; approvals given before count no more',
    params: idParams,
    body: wishBody,
    answer: 'nothing',
    handler: async (call) => {
      requirePerson(call.principal);
      await runCommand(database, call.scope, call.command('approval.ask_again'), async (tx) => {
        const asked = await askedAct(tx, call.body.act, call.principal);
        const { reason, note } = call.body;
        await askAgain(tx, call.params.id, { ...asked, interest, reason, note });
        return null;
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/approvals/:id/withdrawal',
    permission: 'approvals.request',
    tag: TAG,
    summary: 'Withdraws one’s own request; what was sent back also by whoever may decide',
    params: idParams,
    body: z.object({ words: wordsSchema }),
    answer: 'nothing',
    handler: async (call) => {
      requirePerson(call.principal);
      const mayDecide = call.permissions.has('approvals.decide');
      await runCommand(database, call.scope, call.command('approval.withdraw'), async (tx) => {
        await withdraw(tx, { id: call.params.id, words: call.body.words, mayDecide });
        return null;
      });
    },
  });
}

function registerDeciding(app: HttpApp, { database, listCompanies, interest }: ApprovalsOptions): void {
  app.companyRoute({
    method: 'POST',
    path: '/approvals/:id/approval',
    permission: 'approvals.decide',
    tag: TAG,
    summary: 'Approves another person’s request, as it was seen; posts it when enough have',
    params: idParams,
    body: z.object({
      seen: z.string().min(1).max(SEEN_CHARS_MAX).describe('The `fingerprint` of the entries that were looked at'),
      words: wordsSchema,
    }),
    answer: z.object({ state: z.enum(['waiting', 'posted']), entryIds: z.array(z.string()) }),
    handler: async (call) => {
      requirePerson(call.principal);
      const { scope } = call;
      const approval = { id: call.params.id, ...call.body, roles: rolesIn(call.principal, scope), interest };
      const approved = await runCommand(database, scope, call.command('approval.approve'), (tx) =>
        approve(tx, approval),
      );
      if (approved.state === 'posted') await letTransferArrive(scope, approval.id, { database, listCompanies });
      return { state: approved.state, entryIds: [...approved.entryIds] };
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/approvals/:id/sending-back',
    permission: 'approvals.decide',
    tag: TAG,
    summary: 'Sends another person’s request back with words: to be changed or withdrawn',
    params: idParams,
    body: z.object({ words: reasonSchema }),
    answer: 'nothing',
    handler: async (call) => {
      requirePerson(call.principal);
      await runCommand(database, call.scope, call.command('approval.send_back'), async (tx) => {
        await sendBack(tx, { id: call.params.id, words: call.body.words });
        return null;
      });
    },
  });
}

/** The other side of a transfer follows at once where it can; else within minutes, by itself. */
async function letTransferArrive(
  scope: Scope,
  id: string,
  { database, listCompanies }: Pick<ApprovalsOptions, 'database' | 'listCompanies'>,
): Promise<void> {
  const request = await database.read(scope, (tx) => findRequest(tx, id));
  if (request?.act.kind !== 'transfer') return;
  const { toCompanyId } = request.act;
  const toCompany = (await listCompanies()).find((company) => company.id === toCompanyId);
  if (toCompany) await letTransfersArriveIn(database, scope, toCompany);
}
