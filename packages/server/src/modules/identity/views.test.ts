import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../app.fixture.ts';

let test: TestApp;
let manager: Caller;
let expert: Caller;
let analyst: Caller;
const VIEWS = '/companies/IT01/views';

beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  manager = await test.signIn('Marta Manager', company, 'manager');
  expert = await test.signIn('Elena Esposito', company, 'expert');
  analyst = await test.signIn('Carlo Cassa', company, 'cash_analyst');
});
afterAll(() => test.close());

const draft = (name: string, isShared = false, state = 'sort=-open&f-due=..today') => ({
  grid: 'aging-item',
  name,
  state,
  isShared,
});
const withoutGrid = ({ grid: _, ...rest }: ReturnType<typeof draft>) => rest;
async function seenBy(caller: Caller): Promise<string[]> {
  return (await caller.get(VIEWS)).body.rows.map(({ name, isShared, isDefault, mayChange }) =>
    [name, isShared && 'shared', isDefault && 'default', mayChange && 'changeable'].filter(Boolean).join(' '),
  );
}

describe('saved views', () => {
  it('a private view is seen by its owner only', async () => {
    const saved = await analyst.send('POST', VIEWS, draft('Late today'));
    expect(saved.status).toBe(201);
    expect(await seenBy(analyst)).toEqual(['Late today changeable']);
    expect(await seenBy(manager)).toEqual([]);
    expect((await manager.send('DELETE', `${VIEWS}/${saved.body.id}`)).status).toBe(404);
    await analyst.send('DELETE', `${VIEWS}/${saved.body.id}`);
    expect(await seenBy(analyst)).toEqual([]);
  });

  it('sharing needs the permission; a shared view is changed by its maker or an expert, by nobody else', async () => {
    expect((await analyst.send('POST', VIEWS, draft('All late', true))).body.code).toBe('view_sharing_not_permitted');
    const { id } = (await manager.send('POST', VIEWS, draft('All late', true))).body;
    expect(await seenBy(analyst)).toEqual(['All late shared']);
    expect((await analyst.send('PUT', `${VIEWS}/${id}`, withoutGrid(draft('Mine now')))).body.code).toBe(
      'view_not_yours',
    );
    expect((await analyst.send('DELETE', `${VIEWS}/${id}`)).body.detail).toContain('shared by Marta Manager');
    expect((await expert.send('PUT', `${VIEWS}/${id}`, withoutGrid(draft('Everything late', true)))).status).toBe(204);
    expect(await seenBy(analyst)).toEqual(['Everything late shared']);
    const trail = await expert.get(`/companies/IT01/audit?subject=view:${id}`);
    expect(trail.body.rows.map(({ action }) => action)).toEqual(['view.change', 'view.save']);
    await expert.send('DELETE', `${VIEWS}/${id}`);
    expect(await seenBy(manager)).toEqual([]);
  });

  it('a name is taken once among one’s own, and once among the shared ones of a grid', async () => {
    const { id } = (await manager.send('POST', VIEWS, draft('Top'))).body;
    expect((await manager.send('POST', VIEWS, draft('top'))).body.code).toBe('view_name_taken');
    expect((await analyst.send('POST', VIEWS, draft('Top'))).status).toBe(201);
    expect((await manager.send('POST', VIEWS, draft('Top', true))).status).toBe(201);
    expect((await manager.send('PUT', `${VIEWS}/${id}`, withoutGrid(draft('TOP', true)))).body.code).toBe(
      'view_name_taken',
    );
  });

  it('each person chooses the view with which a grid opens; one that is shared no more leaves the others', async () => {
    const { id } = (await manager.send('POST', VIEWS, draft('Monday', true))).body;
    const address = '/companies/IT01/default-views/aging-item';
    expect((await analyst.send('PUT', address, { viewId: id })).status).toBe(204);
    expect(await seenBy(analyst)).toContain('Monday shared default');
    expect(await seenBy(manager)).toContain('Monday shared changeable');
    expect((await analyst.send('PUT', '/companies/IT01/default-views/customers', { viewId: id })).status).toBe(404);
    await manager.send('PUT', `${VIEWS}/${id}`, withoutGrid(draft('Monday', false)));
    expect((await seenBy(analyst)).join()).not.toContain('Monday');
    await analyst.send('PUT', address, { viewId: null });
  });

  it('a repeated command saves once; a state that is too long is refused', async () => {
    const headers = { 'idempotency-key': 'save-once' };
    const first = await analyst.send('POST', VIEWS, draft('Once'), headers);
    const again = await analyst.send('POST', VIEWS, draft('Once'), headers);
    expect(again.body.id).toBe(first.body.id);
    expect((await analyst.send('POST', VIEWS, draft('Long', false, 'x'.repeat(2001)))).status).toBe(400);
  });
});
