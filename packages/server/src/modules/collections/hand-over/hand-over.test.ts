import type { Role } from '@quittance/core/permissions';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnswerBody, type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { sql } from '../../../platform/database/sql.ts';
import type { Company, Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertCustomers } from '../../customers/index.ts';
import { saveRoles } from '../../identity/people.queries.ts';
import { workOfNobody } from './work-of-nobody.usecase.ts';

let test: TestApp;
let scope: Scope;
let company: Company;
const people = new Map<string, Caller>();
const ids = new Map<string, string>();
const at = (address: string) => `/companies/IT01${address}`;
const who = (name: string): Caller => {
  const found = people.get(name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
};
const nameOf = (id: unknown) => [...people].find(([, one]) => one.id === id)?.[0] ?? null;

async function addCustomer(name: string, country: string): Promise<void> {
  const id = newId();
  ids.set(name, id);
  await test.app.services.database.write(scope, (tx) =>
    insertCustomers(tx, [{ id, number: name, name, country }], null),
  );
}

beforeAll(async () => {
  test = await openTestApp();
  company = await test.addCompany('IT01');
  scope = { company, actor: test.operator };
  const team: readonly (readonly [string, Role])[] = [
    ['Ada', 'collections_analyst'],
    ['Ben', 'cash_analyst'],
    ['Imogen', 'manager'],
    ['Tomas', 'expert'],
    ['Audrey', 'auditor'],
  ];
  for (const [name, role] of team) people.set(name, await test.signIn(name, company, role));
  for (const [name, country] of [
    ['Alfa', 'IT'],
    ['Mare', 'DE'],
    ['Monte', 'FR'],
  ] as const) {
    await addCustomer(name, country);
  }
});
afterAll(() => test.close());

const rule = (country: string, owner: string) => ({
  ...{ name: `Customers in ${country}`, ownerId: who(owner).id },
  conditions: [{ kind: 'text', attribute: 'country', anyOf: [country] }],
});

async function hold(rules: object): Promise<void> {
  const { fingerprint } = (await who('Imogen').send('POST', at('/portfolio-rules/preview'), rules)).body;
  const held = await who('Imogen').send('POST', at('/portfolio-rules'), { ...rules, fingerprint, reason: 'test' });
  expect(held.status, held.text).toBe(201);
}

async function give(path: string, body: object): Promise<string> {
  const answer = await who('Imogen').send('POST', at(path), body);
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}

/** Somebody new with two customers by rule, one by hand, two tasks, a call-back, a blocker, and whom they cover for. */
async function aLeaver(name: string): Promise<Caller> {
  const leaver = await test.signIn(name, company, 'collections_analyst');
  people.set(name, leaver);
  await hold({ rules: [rule('IT', 'Ada'), rule('DE', name)], defaultOwnerId: who('Imogen').id });
  const byHand = { customerIds: [ids.get('Monte')], ownerId: leaver.id, reason: 'knows them' };
  await give('/portfolio-moves', byHand);
  const task = { assigneeId: leaver.id, due: { on: '2026-03-05' } };
  const about = (customer: string) => ({ subjectKind: 'customer', subjectId: ids.get(customer) });
  await give('/tasks', { ...task, title: `${name}: statement`, ...about('Alfa') });
  await give('/tasks', { ...task, title: `${name}: proof`, ...about('Mare') });
  await give(`/customers/${ids.get('Mare')}/call-backs`, { at: '2026-03-04T10:00:00Z', assigneeId: leaver.id });
  await give('/blockers', { text: `${name} waits`, ownerId: leaver.id });
  const covered = await who('Imogen').send('PUT', at(`/portfolios/covers/${who('Ada').id}`), { coverId: leaver.id });
  expect(covered.status, covered.text).toBe(204);
  return leaver;
}

const preview = async (fromId: string, toId: string | null, roles: readonly Role[] = []) =>
  (await who('Imogen').send('POST', at('/hand-overs/preview'), { fromId, toId, roles })).body;
const said = (body: AnswerBody) =>
  (body.totals as { kind: string; toName: string | null; count: number }[]).map(
    ({ kind, toName, count }) => `${count} ${kind} → ${toName}`,
  );
const ofNobody = async () =>
  (await who('Ada').get(at('/work-of-nobody'))).body.rows.map(({ personName, work }) => ({
    ...{ personName, work: (work as { kind: string; count: number }[]).map(({ kind, count }) => `${count} ${kind}`) },
  }));
const assignees = async (words: string) =>
  (await who('Ada').get(at(`/tasks?whose=all&search=${words}`))).body.rows.map(({ assigneeName }) => assigneeName);

describe('somebody leaves', () => {
  it('without a word: their work is seen as nobody’s until it is handed over, and not lost', async () => {
    const marek = await aLeaver('Marek');
    expect(await ofNobody()).toEqual([]);
    const left = await who('Tomas').send('PUT', at(`/people/${marek.id}/roles`), { roles: [] });
    expect([left.status, left.body.handOverId]).toEqual([200, null]);
    expect(await ofNobody()).toEqual([
      {
        personName: 'Marek',
        work: ['2 customer', '1 portfolio_rule', '2 task', '1 call_back', '1 blocker', '1 cover'],
      },
    ]);
    const { fingerprint, ...shown } = await preview(marek.id, who('Imogen').id);
    expect(said(shown as AnswerBody)).toEqual([
      '2 customer → Imogen',
      '1 portfolio_rule → Imogen',
      '2 task → Imogen',
      '1 call_back → Imogen',
      '1 blocker → Imogen',
      '1 cover → Imogen',
    ]);
    const order = { fromId: marek.id, toId: who('Imogen').id, reason: 'Marek left' };
    const stale = await who('Imogen').send('POST', at('/hand-overs'), { ...order, fingerprint: 'another' });
    expect(stale.body.code).toBe('hand_over_changed');
    await give('/hand-overs', { ...order, fingerprint });
    expect(await ofNobody()).toEqual([]);
    expect(await assignees('Marek')).toEqual(['Imogen', 'Imogen']);
    const owner = (await who('Ada').get(at(`/portfolios/customers/${ids.get('Monte')}`))).body;
    expect(owner).toMatchObject({ ownerName: 'Imogen', cause: 'hand' });
    const again = await who('Imogen').send('POST', at('/hand-overs'), { ...order, fingerprint });
    expect(again.body.code).toBe('hand_over_changed');
  });

  it('and went to the wrong colleague: taken back it is nobody’s again, and goes to another', async () => {
    const [made] = (await who('Ada').get(at('/hand-overs'))).body.rows;
    const undone = await who('Imogen').send('POST', at(`/hand-overs/${made?.id}/undo`));
    expect(undone.body, undone.text).toEqual({ back: 6, stayed: 1 }); // who covers Ada cannot be somebody who left
    const work = ['2 customer', '1 portfolio_rule', '2 task', '1 call_back', '1 blocker'];
    expect(await ofNobody()).toEqual([{ personName: 'Marek', work }]);
    const order = { fromId: who('Marek').id, toId: who('Ada').id };
    const { fingerprint } = await preview(order.fromId, order.toId);
    await give('/hand-overs', { ...order, fingerprint, reason: 'Ada knows them' });
    expect(await ofNobody()).toEqual([]);
    expect(await assignees('Marek')).toEqual(['Ada', 'Ada']);
  });

  it('in one act with their roles: each piece to the owner of its customer, else to the team; the heirs are told', async () => {
    const nora = await aLeaver('Nora');
    const shown = await preview(nora.id, null);
    expect(said(shown)).toEqual([
      '2 customer → Imogen',
      '1 portfolio_rule → Imogen',
      ...['1 task → Ada', '1 task → Imogen'].sort((left, right) =>
        who(left.slice(9)).id < who(right.slice(9)).id ? -1 : 1,
      ),
      ...['1 call_back → Imogen', '1 blocker → Imogen', '1 cover → Imogen'],
    ]);
    const handOver = { toId: null, fingerprint: shown.fingerprint, reason: 'Nora moves to sales' };
    const left = await who('Tomas').send('PUT', at(`/people/${nora.id}/roles`), { roles: [], handOver });
    expect(left.status, left.text).toBe(200);
    expect(await ofNobody()).toEqual([]);
    expect((await assignees('Nora')).sort()).toEqual(['Ada', 'Imogen']);
    const told = (await who('Ada').get(at('/mentions'))).body.rows.filter(({ kind }) => kind === 'hand_over');
    expect(told[0]).toMatchObject({ text: 'Nora', byName: 'Tomas' }); // before it stands Marek's, of Imogen
    await who('Ada').send('POST', at('/mentions/seen'), { kind: 'hand_over', id: told[0]?.id });
    const rest = (await who('Ada').get(at('/mentions'))).body.rows.filter(({ kind }) => kind === 'hand_over');
    expect(rest).toHaveLength(told.length - 1);
  });

  it('is taken back with the roles, but for what somebody went on with', async () => {
    const olga = await aLeaver('Olga');
    const shown = await preview(olga.id, who('Imogen').id);
    const handOver = { toId: who('Imogen').id, fingerprint: shown.fingerprint, reason: 'Olga leaves' };
    const left = await who('Tomas').send('PUT', at(`/people/${olga.id}/roles`), { roles: [], handOver });
    const { handOverId } = left.body as unknown as { handOverId: string };
    const [first] = (await who('Ada').get(at('/tasks?whose=all&search=Olga'))).body.rows;
    await who('Imogen').send('POST', at(`/tasks/${first?.id}/end`), { status: 'done' });
    const refused = await who('Imogen').send('POST', at(`/hand-overs/${handOverId}/undo`));
    expect(refused.body.code).toBe('person_cannot_act'); // a manager gives no roles
    const undone = await who('Tomas').send('POST', at(`/hand-overs/${handOverId}/undo`));
    expect(undone.body).toMatchObject({ back: 6, stayed: 1 });
    expect(await assignees('Olga')).toEqual(['Olga']);
    const owner = (await who('Ada').get(at(`/portfolios/customers/${ids.get('Mare')}`))).body;
    expect(owner).toMatchObject({ ownerName: 'Olga', cause: 'rule' });
    const twice = await who('Tomas').send('POST', at(`/hand-overs/${handOverId}/undo`));
    expect(twice.body.code).toBe('hand_over_is_undone');
    expect((await who('Ada').get(at('/hand-overs?limit=1'))).body.rows).toMatchObject([
      { fromName: 'Olga', undoneByName: 'Tomas' },
    ]);
  });

  it('and nobody may take it: the act says so and changes nothing; an auditor and oneself are refused', async () => {
    const petra = await aLeaver('Petra');
    const order = { fromId: petra.id, roles: [], fingerprint: 'any', reason: 'test' };
    for (const [toId, code] of [
      [who('Audrey').id, 'person_cannot_act'],
      [petra.id, 'hands_over_to_themselves'],
    ] as const) {
      const refused = await who('Imogen').send('POST', at('/hand-overs'), { ...order, toId });
      expect(refused.body.code).toBe(code);
    }
    await hold({ rules: [rule('DE', 'Petra')], defaultOwnerId: petra.id });
    const shown = await preview(petra.id, null);
    expect((shown.leftOver as { kind: string }[]).map(({ kind }) => kind)).toContain('customer');
    const left = { ...order, toId: null, fingerprint: shown.fingerprint };
    expect((await who('Imogen').send('POST', at('/hand-overs'), left)).body.code).toBe('nobody_takes_over');
    expect(await assignees('Petra')).toEqual(['Petra', 'Petra']);
    expect((await who('Ada').send('POST', at('/hand-overs'), left)).status).toBe(403);
    await hold({ rules: [], defaultOwnerId: who('Imogen').id });
  });
});

it('after any hand-over no open piece of work is owned by somebody who may not do it', async () => {
  const kinds = ['task', 'call_back', 'blocker', 'cover'] as const;
  const names = ['Ada', 'Ben', 'Imogen', 'Rosa', 'Sven'] as const;
  for (const name of ['Rosa', 'Sven']) people.set(name, await test.signIn(name, company, 'dispute_analyst'));
  const anyone = fc.constantFrom(...names);
  const drawn = fc.record({
    leaver: fc.constantFrom('Rosa', 'Sven'),
    toName: fc.option(anyone, { nil: null }),
    rest: anyone,
    german: anyone,
    stays: fc.constantFrom<readonly Role[]>([], ['auditor'], ['cash_analyst'], ['auditor', 'collections_analyst']),
    work: fc.array(
      fc.record({ kind: fc.constantFrom(...kinds), owner: anyone, customer: fc.constantFrom('Alfa', 'Mare') }),
      {
        maxLength: 8,
      },
    ),
  });
  await fc.assert(
    fc.asyncProperty(drawn, async ({ leaver, toName, rest, german, stays, work }) => {
      await resetPeople();
      await hold({ rules: [rule('DE', german)], defaultOwnerId: who(rest).id });
      for (const { kind, owner, customer } of work) await giveOne(kind, who(owner).id, customer);
      const fromId = who(leaver).id;
      const toId = toName === null ? null : who(toName).id;
      const shown = await preview(fromId, toId, stays);
      const handOver = { toId, fingerprint: String(shown.fingerprint), reason: 'any' };
      const left = await who('Tomas').send('PUT', at(`/people/${fromId}/roles`), { roles: stays, handOver });
      const refusals = ['nobody_takes_over', 'nothing_to_hand_over', 'hands_over_to_themselves'];
      if (left.status !== 200) {
        expect(refusals).toContain(left.body.code);
        if (left.body.code !== 'nothing_to_hand_over') return;
        await who('Tomas').send('PUT', at(`/people/${fromId}/roles`), { roles: stays });
      }
      const strays = await test.app.services.database.read(scope, workOfNobody);
      expect(strays).toEqual([]);
      expect(await ownersWithoutAnyRole()).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 120_000);

async function resetPeople(): Promise<void> {
  await test.app.services.database.write(scope, async (tx) => {
    for (const name of ['Rosa', 'Sven']) await saveRoles(tx, who(name).id, ['dispute_analyst']);
    await tx.run(sql`delete from portfolio_cover where company_id = ${company.id}`);
    await tx.run(
      sql`update task set status = 'done', ended_at = now() where company_id = ${company.id} and status = 'open'`,
    );
    await tx.run(
      sql`update call_back set status = 'done', ended_at = now() where company_id = ${company.id} and status = 'open'`,
    );
    await tx.run(sql`
      update huddle_blocker set solved_at = now(), solved_by_name = 'test' where company_id = ${company.id} and solved_at is null`);
    await tx.run(sql`
      update portfolio_move set undone_at = now(), undone_by_name = 'test' where company_id = ${company.id} and undone_at is null`);
  });
}

async function giveOne(kind: string, personId: string, customer: string): Promise<void> {
  const about = { subjectKind: 'customer', subjectId: ids.get(customer) };
  if (kind === 'task')
    await give('/tasks', { title: 'Any', assigneeId: personId, due: { on: '2026-03-05' }, ...about });
  if (kind === 'blocker') await give('/blockers', { text: 'Any', ownerId: personId });
  if (kind === 'call_back') {
    await give(`/customers/${ids.get(customer)}/call-backs`, { at: '2026-03-04T10:00:00Z', assigneeId: personId });
  }
  if (kind === 'cover' && personId !== who('Ada').id) {
    await who('Imogen').send('PUT', at(`/portfolios/covers/${who('Ada').id}`), { coverId: personId });
  }
}

/** Asked of the tables themselves. */
async function ownersWithoutAnyRole(): Promise<(string | null)[]> {
  const rows = await test.app.services.database.read(scope, (tx) =>
    tx.all<{ id: string }>(sql`
      select distinct w.id from (
          select assignee_id as id from task where company_id = ${company.id} and status = 'open'
          union all select assignee_id from call_back where company_id = ${company.id} and status = 'open'
          union all select owner_id from huddle_blocker where company_id = ${company.id} and solved_at is null
          union all select owner_id from portfolio_assignment where company_id = ${company.id}) w
        where not exists (select from membership m
          where m.company_id = ${company.id} and m.person_id = w.id and m.role not in ('auditor', 'api_client'))`),
  );
  return rows.map(({ id }) => nameOf(id));
}

it('nobody is given what they could not do: not an auditor, not somebody whose account is disabled', async () => {
  const vera = await test.signIn('Vera', company, 'collections_analyst');
  expect((await who('Tomas').send('POST', at(`/people/${vera.id}/disable`))).status).toBe(200);
  const task = { title: 'Any', due: { on: '2026-03-05' } };
  for (const personId of [who('Audrey').id, vera.id]) {
    const given = await who('Imogen').send('POST', at('/tasks'), { ...task, assigneeId: personId });
    const raised = await who('Imogen').send('POST', at('/blockers'), { text: 'Any', ownerId: personId });
    expect([given.body.code, raised.body.code]).toEqual(['person_cannot_act', 'person_cannot_act']);
  }
});
