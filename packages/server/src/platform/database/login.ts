/**
 * The application's own login: a member of `quittance_app` and of nothing else. Whoever gets raw SQL into the application can
 * lay down a role that a session took, but not become the owner, who is left to migrations, the job queue and backups.
 * Where such a login cannot be had (the owner may not create roles, the server lets no other user in) the application logs
 * in as the owner and takes the role, as `docs/features/database.md` says.
 */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';

const MARK = 'Quittance: the login of the application'; // a role of this name that is not ours is left alone
const OWNER_CHARS_MAX = 50; // role names have 63 bytes
const CONNECT_MAX_MS = 15_000;
const ATTEMPTS_MAX = 5;
const SCRAM_ROUNDS = 4096; // PostgreSQL's own number

export interface ApplicationLogin {
  readonly connection: pg.ClientConfig;
  /** False when the application has to log in as the owner. */
  readonly isOwn: boolean;
}

/** How the application logs in to the database of this owner. */
export async function applicationLogin(owner: pg.ClientConfig): Promise<ApplicationLogin> {
  const own = loginOf(owner);
  if (own !== undefined && (await letsIn(own.connection))) return { connection: own.connection, isOwn: true };
  return { connection: owner, isOwn: false };
}

/** Makes the login in a database that has `quittance_app`, or renews its password. Does nothing where the owner may not. */
export async function ensureLogin(owner: pg.ClientConfig): Promise<void> {
  const own = loginOf(owner);
  if (own === undefined) return;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
    if (await letsIn(own.connection)) return;
    const outcome = await makeLogin(owner, own);
    if (outcome === 'not_allowed') return;
  }
}

interface Login {
  readonly name: string;
  readonly password: string | undefined;
  readonly connection: pg.ClientConfig;
}

/**
 * The login of an owner's database, `quittance_server` for the owner `quittance`. Every process that knows the owner's
 * password knows the login's; without one (a trusted socket) there is none. Undefined when the address cannot carry it.
 */
function loginOf(owner: pg.ClientConfig): Login | undefined {
  const { user, password: ownerPassword } = new pg.Client(owner); // as the driver understands them
  if (!user) return undefined;
  const name = `${user.slice(0, OWNER_CHARS_MAX)}_server`;
  const password =
    typeof ownerPassword === 'string' && ownerPassword !== ''
      ? createHmac('sha256', ownerPassword).update(MARK).digest('base64url')
      : undefined;
  const account = { user: name, password };
  if (owner.connectionString === undefined) return { name, password, connection: { ...owner, ...account } };
  if (!URL.canParse(owner.connectionString)) return undefined;
  const url = new URL(owner.connectionString);
  // In the query, since an address of a socket has no place for a user before it.
  url.searchParams.set('user', name);
  if (password !== undefined) url.searchParams.set('password', password);
  return { name, password, connection: { ...owner, connectionString: url.href } };
}

/** Whether the server lets the login in with the application's rights. What else is wrong is said by whoever uses it. */
async function letsIn(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: CONNECT_MAX_MS });
  client.on('error', () => {});
  try {
    await client.connect();
    const answer = await client.query<{ fits: boolean }>(
      "select pg_has_role('quittance_app', 'member') and not rolsuper as fits from pg_roles where rolname = current_user",
    );
    return answer.rows[0]?.fits === true;
  } catch (error) {
    return !isShutOut(error);
  } finally {
    await client.end().catch(() => {});
  }
}

/** 28…: no such role, wrong password, no rule that lets it in; 42501: no right to connect; SASL: a password is asked for. */
function isShutOut(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return code.startsWith('28') || code === '42501' || error.message.startsWith('SASL');
}

/** Two databases of one cluster may make it at once: whoever was slower looks again. */
const SOMEBODY_ELSE_DID = new Set(['42710', '23505', 'XX000', '40001']);

async function makeLogin(owner: pg.ClientConfig, login: Login): Promise<'made' | 'not_allowed'> {
  const client = new pg.Client({ ...owner, connectionTimeoutMillis: CONNECT_MAX_MS });
  await client.connect();
  try {
    await client.query('begin');
    const outcome = await writeLogin(client, login);
    await client.query('commit');
    return outcome;
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
    if (SOMEBODY_ELSE_DID.has(code)) return 'made';
    if (code.startsWith('42') || code.startsWith('0L') || code.startsWith('28')) return 'not_allowed';
    throw error;
  } finally {
    await client.end();
  }
}

async function writeLogin(client: pg.Client, { name, password }: Login): Promise<'made' | 'not_allowed'> {
  const role = client.escapeIdentifier(name);
  const found = await client.query<{ mark: string | null }>(
    "select shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = $1",
    [name],
  );
  const [standing] = found.rows;
  if (standing !== undefined && standing.mark !== MARK) return 'not_allowed';
  if (standing === undefined) {
    await client.query(`create role ${role} login`);
    await client.query(`comment on role ${role} is ${client.escapeLiteral(MARK)}`);
  }
  if (password !== undefined) {
    await client.query(`alter role ${role} password ${client.escapeLiteral(scramVerifier(password))}`);
  }
  await client.query(`grant quittance_app to ${role}`);
  // `complete_instant` runs as the owner and must see when the login's transactions began.
  await client.query(`grant ${role} to current_user`);
  await client.query(`grant connect on database ${client.escapeIdentifier(client.database ?? '')} to ${role}`);
  return 'made';
}

/** What PostgreSQL keeps of a password, so that the password itself is in no statement and in no log (RFC 5803). */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, SCRAM_ROUNDS, 32, 'sha256');
  const keyOf = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${SCRAM_ROUNDS}:${salt.toString('base64')}$${stored}:${keyOf('Server Key').toString('base64')}`;
}
