/** Every route of the product is attacked; a new one is by itself. What cannot be reached says so by failing. */
import { isDeepStrictEqual } from 'node:util';
import { ROLE_PERMISSIONS, ROLES } from '@quittance/core/permissions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../app.fixture.ts';
import { type AttackedApp, type AttackedRoute, companyRoutes, openAttackedApp } from './attacked-app.fixture.ts';
import { hostileBodies, replaced, type SampleWorld, sampleOf, ZERO_CHARACTER } from './hostile-bodies.fixture.ts';
import { knownValues, PLACE_OF_FIELD } from './known-values.fixture.ts';
import {
  addressOf,
  companyAddress,
  parametersOf,
  placesOf,
  realIds,
  type SampleIds,
  sampleIds,
  UNKNOWN_ID,
} from './sample-ids.fixture.ts';

let attacked: AttackedApp;
let routes: readonly AttackedRoute[];
let ours: SampleIds;
let theirs: SampleIds;
let world: SampleWorld;

beforeAll(async () => {
  attacked = await openAttackedApp();
  routes = companyRoutes(attacked);
  const { owner } = attacked;
  const colleague = await attacked.signIn(attacked.ours.company, ['collections_analyst']);
  ours = await realIds(owner, attacked.ours.company.id, [colleague.id]);
  theirs = await sampleIds(owner, attacked.theirs.company.id, [attacked.theirs.caller.id]);
  const { schemas } = attacked.document.components as { schemas: SampleWorld['schemas'] };
  world = { schemas, known: knownValues(ours) };
});

afterAll(() => attacked.close());

/** Asks in our company, with our ids but where `instead` says otherwise. */
function ask(
  route: AttackedRoute,
  asked: { instead?: Record<string, string>; body?: unknown; text?: string; query?: string; key?: string } = {},
): Promise<Answer> {
  const { instead, query, ...rest } = asked;
  const needed = route.query
    .filter(({ required }) => required)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(sampleOf(world, schema, 'least', name)))}`);
  const address = companyAddress(attacked.ours) + addressOf(route, ours, instead);
  const url = `${address}?${[...needed, ...(query ? [query] : [])].join('&')}`;
  const body = rest.text === undefined && route.body ? { body: sampleOf(world, route.body, 'whole') } : {};
  return attacked.ask(attacked.ours.caller, { method: route.method, url, file: route.takesFile, ...body, ...rest });
}

const told = (route: AttackedRoute, what: string, answer: Answer): string =>
  `${route.method} ${route.path} ${what}: ${answer.status} ${answer.text.slice(0, 200)}`;

const writes = () => routes.filter(({ method }) => method !== 'GET');

/** Thousands of requests; a busy machine takes minutes for what a calm one does in ten seconds. */
const ATTACK_MS = 300_000;

describe('somebody who may do everything in one company', () => {
  it('does not find what belongs to another: it looks as if it were not there', async () => {
    const found: string[] = [];
    const plain = ({ status, text }: Answer, id: string) =>
      `${status} ${text
        .replaceAll(id, '')
        .replaceAll(UNKNOWN_ID, '')
        .replace(/"requestId":"[^"]*"/, '')}`;
    for (const route of routes) {
      for (const { place, isId } of parametersOf(route)) {
        if (!isId) continue;
        const id = theirs[place] ?? '';
        const answer = await ask(route, { instead: { [place]: id } });
        const nothing = await ask(route, { instead: { [place]: UNKNOWN_ID } });
        const isRefused = route.method === 'GET' ? answer.status === 404 : answer.status >= 400 && answer.status < 500;
        if (!isRefused && !TELLS_NOTHING.has(route.path)) found.push(told(route, `with their ${place}`, answer));
        if (plain(answer, id) !== plain(nothing, UNKNOWN_ID))
          found.push(told(route, `unlike an unknown ${place}`, answer));
      }
    }
    expect(found).toEqual([]);
  });

  it('cannot name in a request what belongs to another: nothing of theirs gets into our books', async () => {
    const broken: string[] = [];
    const foreign = new Set<string>();
    for (const route of writes()) {
      if (!route.body) continue;
      const sample = sampleOf(world, route.body, 'whole');
      for (const { path, place } of idsIn(sample, [])) {
        foreign.add(theirs[place] ?? '');
        const answer = await ask(route, { body: replaced(sample, path, theirs[place]) });
        if (answer.status >= 500) broken.push(told(route, path.join('.'), answer));
      }
    }
    expect(foreign.size).toBeGreaterThan(10);
    expect(broken).toEqual([]);
    expect(await placesOf(attacked.owner, attacked.ours.company.id, [...foreign])).toEqual([]);
  });
});

/** Answers `{ note: null }` of every item that is no such note, ours or not. */
const TELLS_NOTHING = new Set(['/interest-notes/:itemId']);

function idsIn(value: unknown, path: readonly string[]): { path: readonly string[]; place: string }[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, field]) => idsIn(field, [...path, name]));
  }
  const name = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
  const place = PLACE_OF_FIELD[name];
  return place !== undefined && value === ours[place] ? [{ path, place }] : [];
}

describe('a role', () => {
  it.each(ROLES)('%s is refused every route that asks for a permission it has not', async (role) => {
    const caller = await attacked.signIn(attacked.ours.company, [role]);
    const passed: string[] = [];
    for (const route of routes) {
      const { access } = route;
      if (typeof access !== 'object' || ROLE_PERMISSIONS[role].includes(access.permission)) continue;
      const url = companyAddress(attacked.ours) + addressOf(route, ours);
      const answer = await attacked.ask(caller, { method: route.method, url, body: route.body ? {} : undefined });
      if (answer.status !== 403 || answer.body.code !== 'not_permitted') passed.push(told(route, role, answer));
    }
    expect(passed).toEqual([]);
  });
});

describe('an address', () => {
  it(
    'with anything in place of an id or a number is refused, and breaks nothing',
    async () => {
      const broken: string[] = [];
      for (const route of routes) {
        for (const { place, isId } of parametersOf(route)) {
          for (const odd of ['x', '\u0000', '-1', '99999999999999999999', '2147483648', "' or 1=1", '9999-12-31']) {
            const answer = await ask(route, { instead: { [place]: odd } });
            const isRefused = answer.status >= 400 && answer.status < 500;
            if (answer.status >= 500 || (isId && !isRefused))
              broken.push(told(route, `${place} = ${odd.slice(0, 20)}`, answer));
          }
        }
      }
      expect(broken).toEqual([]);
    },
    ATTACK_MS,
  );

  it(
    'with anything as a parameter is refused or answered, and breaks nothing',
    async () => {
      const broken: string[] = [];
      for (const route of routes.filter(({ method, answersEvents }) => method === 'GET' && !answersEvents)) {
        for (const { name } of route.query) {
          for (const odd of [
            '%00',
            "'%25_%5C",
            'x'.repeat(5000),
            '',
            '(%22%3A*%26%7C!',
            '9999999999999',
            '9999-12-31',
            `x&${name}=y`,
          ]) {
            const answer = await ask(route, { query: `${name}=${odd}` });
            if (answer.status >= 500) broken.push(told(route, `${name} = ${odd.slice(0, 20)}`, answer));
          }
        }
      }
      expect(broken).toEqual([]);
    },
    ATTACK_MS,
  );

  it(
    'of a list takes a limit from 1 to 1000 and its own cursor, and no other',
    async () => {
      const taken: string[] = [];
      const lists = routes.filter(({ query }) => query.some(({ name }) => name === 'cursor'));
      expect(lists.length).toBeGreaterThan(30);
      let stranger = '';
      for (const route of lists) {
        const wrong = [
          'limit=0',
          'limit=-1',
          'limit=1001',
          'limit=1e9',
          'limit=x',
          'limit=1.5',
          'cursor=',
          'cursor=x',
          'cursor=%00',
          `cursor=${'x'.repeat(3000)}`,
          `cursor=${Buffer.from('["a","b"]').toString('base64url')}`,
        ];
        if (stranger !== '') wrong.push(`cursor=${stranger}`);
        const { body } = await ask(route, { query: 'limit=1' });
        const theirAddress = companyAddress(attacked.theirs) + addressOf(route, theirs);
        const { body: theirBody } = await attacked.ask(attacked.theirs.caller, {
          method: 'GET',
          url: `${theirAddress}?limit=1`,
        });
        if (typeof theirBody.next === 'string') wrong.push(`cursor=${theirBody.next}`);
        for (const query of wrong) {
          const answer = await ask(route, { query });
          if (answer.status !== 400) taken.push(told(route, query.slice(0, 60), answer));
        }
        if (typeof body.next === 'string') {
          stranger = body.next;
          const second = await ask(route, { query: `limit=1&cursor=${stranger}` });
          if (second.status !== 200) taken.push(told(route, 'its own cursor', second));
        }
      }
      expect(taken).toEqual([]);
      expect(stranger).not.toBe('');
    },
    ATTACK_MS,
  );
});

describe('a write', () => {
  it(
    'is done once under its key, and refused under the key of another',
    async () => {
      const wrong: string[] = [];
      const done: string[] = [];
      const keyless: string[] = [];
      let used: string | undefined;
      for (const route of writes()) {
        const name = `${route.method} ${route.path}`;
        const key = name.replaceAll(/[^A-Za-z]/g, '-');
        const body = await fittingBody(route, used, wrong);
        const first = await ask(route, { key, body });
        if (first.status >= 500) wrong.push(told(route, 'once', first));
        if (first.status >= 300) continue;
        done.push(name);
        if (!(await isKept(key))) {
          keyless.push(name);
          continue;
        }
        const again = await ask(route, { key, body });
        const isSame = again.status === first.status && isDeepStrictEqual(withoutSecrets(again), withoutSecrets(first));
        if (!isSame) wrong.push(told(route, `twice, after ${first.text}`, again));
        if (await isDoneAgain(() => ask(route, { key, body }))) wrong.push(`${name} was done twice`);
        used = key;
      }
      expect(wrong).toEqual([]);
      expect(keyless.filter((name) => !WITHOUT_KEY.has(name))).toEqual([]);
      expect(done.length).toBeGreaterThan(DONE_LEAST);
    },
    ATTACK_MS,
  );

  it(
    'with anything in its body is refused by the field or done whole, and breaks nothing',
    async () => {
      const broken: string[] = [];
      const unnamed: string[] = [];
      for (const route of writes()) {
        if (!route.body) continue;
        for (const { field, what, text } of hostileBodies(sampleOf(world, route.body, 'whole'))) {
          const answer = await ask(route, { text });
          if (answer.status >= 500) broken.push(told(route, `${field}: ${what}`, answer));
          const named = (answer.body?.problems as { field?: string }[] | undefined)?.[0]?.field;
          if (what === ZERO_CHARACTER && (answer.status !== 400 || named !== field))
            unnamed.push(told(route, `${field}: ${what}`, answer));
        }
      }
      expect(broken).toEqual([]);
      expect(unnamed).toEqual([]);
    },
    ATTACK_MS,
  );

  it('has left books that hold', async () => {
    const scope = await attacked.app.services.operatorScope(attacked.ours.company.code);
    const invariants = await attacked.app.services.verify(scope);
    expect(invariants.filter(({ ok }) => !ok)).toEqual([]);
  });
});

/** The whole body, or the least one where that is refused; tried under a key that another command has used. */
async function fittingBody(route: AttackedRoute, used: string | undefined, wrong: string[]): Promise<unknown> {
  if (!route.body) return undefined;
  const least = sampleOf(world, route.body, 'least');
  if (used === undefined) return least;
  const whole = sampleOf(world, route.body, 'whole');
  const stolen = await ask(route, { key: used, body: whole });
  const isDone = stolen.status < 300 && !WITHOUT_KEY.has(`${route.method} ${route.path}`);
  if (isDone) wrong.push(told(route, 'under the key of another', stolen));
  return stolen.body?.code === 'idempotency_key_reused' ? whole : least;
}

/**
 * What cannot be done twice: questions too long for an address, presence, work that goes on by itself, a state that is set; and a
 * link that signs somebody in, which is never kept and each time a fresh one.
 */
const WITHOUT_KEY = new Set([
  'POST /people/:id/sign-in-link',
  'POST /people/:id/disable',
  'POST /people/:id/enable',
  'POST /receipts/:id/references',
  'POST /receipts/:id/claim',
  'POST /receipts/:id/release',
  'POST /cash-application/run',
  'POST /letters/draft',
  'POST /letters/preview',
  'POST /letters/sums',
  'POST /letter-files',
  'POST /mailboxes/check',
  'POST /call-scripts/preview',
  'POST /portfolio-rules/preview',
  'POST /portfolios/level/preview',
]);
/** So many writes at least succeed with made-up bodies; the others are refused before they could be done twice. */
const DONE_LEAST = 80;

async function isKept(key: string): Promise<boolean> {
  const values = [attacked.ours.company.id, key];
  return (
    ((await attacked.owner.query('select from command where company_id = $1 and key = $2', values)).rowCount ?? 0) > 0
  );
}

/** But for what is shown once and never kept. */
function withoutSecrets({ status, body }: Answer): object {
  // 202 tells how far work has come that goes on by itself.
  return status === 202 ? { id: body.id } : { ...body, token: null, signInLink: null };
}

const QUIET_MS = 500;

/** Whether asking adds commands. Work behind an earlier answer may, too: then it is asked once more when that has ended. */
async function isDoneAgain(repeat: () => Promise<Answer>): Promise<boolean> {
  for (const pauseMs of [0, QUIET_MS, 4 * QUIET_MS]) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const before = await commandCount();
    await repeat();
    if ((await commandCount()) === before) return false;
  }
  return true;
}

async function commandCount(): Promise<string> {
  const query = 'select count(*) from command where company_id = $1';
  const found = await attacked.owner.query<{ count: string }>(query, [attacked.ours.company.id]);
  return String(found.rows[0]?.count);
}
