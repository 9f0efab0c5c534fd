import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type LocalDate, localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureUnidentifiedCustomer, insertCustomers } from '../../../server/src/modules/customers/index.ts';
import { type DocumentDraft, postDocuments } from '../../../server/src/modules/ledger/index.ts';
import { runCommand } from '../../../server/src/platform/command/index.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { UsageError } from '../command-io.ts';
import { withNewApp } from '../place/place.ts';
import { runApply } from './index.ts';

let data: string;

beforeAll(async () => {
  data = mkdtempSync(path.join(os.tmpdir(), 'quittance-cli-apply-'));
  await withNewApp(data, async ({ services }) => {
    const draft = { code: 'IT01', name: 'Italy', functionalCurrency: 'EUR', timeZone: 'Europe/Rome' };
    const company = await services.createCompany(await services.operator(), draft);
    const scope = { company, actor: await services.operator() };
    const customerId = newId();
    const unidentifiedId = await services.database.write(scope, async (tx) => {
      await insertCustomers(tx, [{ id: customerId, number: 'C-1', name: 'Rossi S.r.l.' }], null);
      return ensureUnidentifiedCustomer(tx);
    });
    const issuedOn: LocalDate = localDate('2026-01-15');
    const document = (kind: 'invoice' | 'receipt', number: string, reference?: string): DocumentDraft => ({
      kind,
      number,
      customerId: kind === 'invoice' ? customerId : unidentifiedId,
      currency: 'EUR',
      issuedOn,
      instalments: [{ dueOn: issuedOn, amountMinor: 12_345n }],
      reference,
    });
    const documents = [
      document('invoice', '4711001'),
      document('receipt', 'B1', 'FATTURA 4711001'),
      document('receipt', 'B2'),
    ];
    await runCommand(services.database, scope, { action: 'test', body: null }, async (tx) => {
      await postDocuments(tx, documents, { commandId: tx.commandId, batchId: null });
      return null;
    });
  });
});
afterAll(() => rmSync(data, { recursive: true }));

async function apply(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const io = {
    stdout: (text: string) => {
      written.out += text;
    },
    stderr: (text: string) => {
      written.err += text;
    },
  };
  return { code: await runApply([...argv, '--data', data], io), ...written };
}

describe('quittance apply', () => {
  it('applies what is beyond doubt and counts what is left; again, it changes nothing', async () => {
    const first = await apply('--json');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(first.out)).toEqual({
      company: 'IT01',
      considered: 2,
      posted: 1,
      suggested: 0,
      exceptions: 1,
      unchanged: 0,
      passedOver: 0,
    });
    const second = await apply('--company', 'IT01');
    expect(second.out).toContain('IT01: 1 receipts looked at');
    expect(second.out).toContain('1 as before');
  });

  it('says how it is used', async () => {
    expect(await apply('--help')).toMatchObject({ code: 0, err: '' });
    await expect(apply('--quickly')).rejects.toThrow(UsageError);
    await expect(apply('--company', 'XX99')).rejects.toMatchObject({ code: 'company_not_found' });
  });
});
