import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { partitionTables } from './migrations/partitioned.ts';
import { applicationPool, ownerPool } from './pool.ts';
import { sql } from './sql.ts';
import { Database, type Scope } from './transaction.ts';

const TABLE = `create table parcel (
  company_id uuid not null,
  number text not null,
  seal text,
  customer_id uuid,
  primary key (company_id, number),
  constraint parcel_number_is_short check (length(number) < 5),
  constraint parcel_has_its_customer foreign key (company_id, customer_id) references customer (company_id, id)
);
create unique index parcel_is_sealed_once on parcel (company_id, seal);
grant select, insert on parcel to quittance_app;`;

let testDatabase: TestDatabase;
let database: Database;
const company = { id: newId(), code: 'A', name: 'A', functionalCurrency: 'EUR', timeZone: 'UTC' };
const scope: Scope = { company, actor: { id: newId(), name: 'Ada' } };

describe.each([
  ['a table', TABLE],
  ['a table partitioned by company', partitionTables(TABLE)],
])('a rule that %s keeps', (_, text) => {
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const owner = ownerPool(testDatabase.connection, 1);
    await owner.query(text);
    await owner.end();
    database = new Database(await applicationPool(testDatabase.connection, 2));
  });
  afterAll(async () => {
    await database.end();
    await testDatabase.drop();
  });

  const add = (parcel: { number: string; seal?: string; customerId?: string }) =>
    database.write(scope, (tx) =>
      tx.run(sql`insert into parcel (company_id, number, seal, customer_id)
        values (${company.id}, ${parcel.number}, ${parcel.seal ?? null}, ${parcel.customerId ?? null})`),
    );

  it('is refused by its own name, whether index, check or reference', async () => {
    await add({ number: 'P1', seal: 'S1' });
    const refused = (code: string) => ({ code, status: 409, name: 'AppError' });
    await expect(add({ number: 'P1' })).rejects.toMatchObject(refused('parcel_pkey'));
    await expect(add({ number: 'P2', seal: 'S1' })).rejects.toMatchObject(refused('parcel_is_sealed_once'));
    await expect(add({ number: 'LONG-1' })).rejects.toMatchObject(refused('parcel_number_is_short'));
    await expect(add({ number: 'P3', customerId: newId() })).rejects.toMatchObject(refused('parcel_has_its_customer'));
  });

  it('a number that is larger than its column is refused by itself, not as a failure', async () => {
    const ask = (number: number) => database.read(scope, (tx) => tx.all(sql`select ${number}::integer as number`));
    expect(await ask(7)).toEqual([{ number: 7 }]);
    await expect(ask(2 ** 31)).rejects.toMatchObject({ code: 'number_too_large', status: 400 });
    const sum = database.read(scope, (tx) => tx.all(sql`select ${2 ** 31 - 1}::integer + 1 as number`));
    await expect(sum).rejects.not.toMatchObject({ code: 'number_too_large' });
  });
});
