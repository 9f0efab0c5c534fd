/** What the books and the bank bring besides people's work: each act in a transaction, or several, of its own. */
import type { LocalDate } from '@quittance/core/calendar';
import { applyUnapplied, type ImportedLink, importLinks } from '../../modules/cash-application/index.ts';
import { postBatch, readBatch, receiveFile, startPosting, type Upload } from '../../modules/intake/index.ts';
import {
  closePeriod,
  exportJournal,
  revalue,
  saveRate,
  sealEntries,
  startClosing,
} from '../../modules/ledger/index.ts';
import { type CommandTx, inCommand, runCommand } from '../../platform/command/index.ts';
import type { Database, Scope } from '../../platform/database/transaction.ts';
import type { Team } from '../collecting/team.ts';
import { workTeamDay } from '../collecting/work-day.ts';
import { adviceFiles } from '../files/advice-files.ts';
import { type BankDay, camt053 } from '../files/camt053.ts';
import type { BookAct } from '../history/events.ts';
import type { CompanyHistory } from '../history/history.ts';
import type { CompanyPlace } from './load-company.ts';
import type { Registry } from './registry.ts';

export interface BookWork {
  readonly place: CompanyPlace;
  readonly scope: Scope;
  readonly history: CompanyHistory;
  readonly registry: Registry;
  readonly bankDays: readonly BankDay[];
  readonly team: Team;
}

export async function performBookAct(work: BookWork, act: BookAct): Promise<void> {
  const { place, scope, history } = work;
  const { database } = place;
  const run = <T>(action: string, inside: (tx: CommandTx) => Promise<T>) =>
    runCommand(database, scope, { action, body: act }, inside);
  switch (act.kind) {
    case 'rates':
      await run('rates.save', async (tx) => {
        for (const rate of history.rates) if (rate.quotedOn === act.quotedOn) await saveRate(tx, rate);
        return null;
      });
      return;
    case 'revaluation':
      await run('ledger.revalue', (tx) => revalue(tx, act.endsOn));
      return;
    case 'start_closing':
      await run('period.closing', (tx) => startClosing(tx, act.endsOn).then(() => null));
      return;
    case 'close':
      await database.close(scope, (tx) =>
        inCommand(tx, { action: 'period.close', body: act }, (command) => closePeriod(command, act.endsOn, [])),
      );
      return;
    case 'journal':
      await run('journal.export', (tx) =>
        exportJournal(tx).then((journal) => journal && { number: String(journal.number) }),
      );
      return;
    case 'payer_links':
      await importLinks(database, scope, {
        links: payerLinks(work),
        command: { action: 'demo.payer_links', body: null },
      });
      return;
    case 'statement':
      await importStatement(work, act);
      return;
    case 'team_day':
      await workTeamDay(work.team, act.daysBefore);
      return;
    case 'seal':
      await database.write(scope, sealEntries);
      return;
  }
}

/** For whom each account and name has paid so far. */
function payerLinks({ history, registry }: BookWork): ImportedLink[] {
  const links = new Map<string, ImportedLink>();
  for (const { payment, line } of history.entered) {
    if (payment.story.kind === 'unidentified') continue;
    const customerId = registry.customerId(payment.customer);
    for (const [mark, key] of [
      ['account', line.payerAccount],
      ['name', line.payerName],
    ] as const) {
      const known = links.get(`${mark} ${key} ${customerId}`);
      const link = { mark, key, customerId, uses: (known?.uses ?? 0) + 1, lastOn: line.bookedOn };
      links.set(`${mark} ${key} ${customerId}`, link);
    }
  }
  return [...links.values()];
}

/** The cash analyst drops the bank's file in and the advices that came by mail; what is beyond doubt posts itself. */
async function importStatement(
  { place, history, bankDays }: BookWork,
  { from, through }: { readonly from: LocalDate; readonly through: LocalDate },
): Promise<void> {
  const { database, company, actors } = place;
  const days = bankDays.filter(({ day }) => day >= from && day <= through);
  if (days.length === 0) return;
  const text = camt053(`${company.code}-${through.replaceAll('-', '')}`, company.name, days);
  const analyst = { company, actor: actors.cash_analyst };
  for (const { name, content, paidOn } of adviceFiles(history, place)) {
    const upload = { fileName: name, kind: 'remittance', content: bytesOf(content) } as const;
    if (paidOn >= from && paidOn <= through) await importUpload(database, analyst, upload);
  }
  await importAndApply(place, {
    fileName: `statement-${company.code}-${through}.camt053.xml`,
    kind: 'statement',
    text,
  });
}

/** What is beyond doubt posts itself. */
export async function importAndApply(
  { database, company, actors }: CompanyPlace,
  { text, ...file }: { readonly fileName: string; readonly kind: 'statement'; readonly text: string },
): Promise<void> {
  await importUpload(database, { company, actor: actors.cash_analyst }, { ...file, content: bytesOf(text) });
  await applyUnapplied(database, { company, actor: actors.system });
}

async function importUpload(database: Database, analyst: Scope, upload: Upload): Promise<void> {
  const { batch } = await receiveFile(database, analyst, upload);
  await readBatch({ database }, analyst, batch.id);
  await database.write(analyst, (tx) => startPosting(tx, batch.id, 'all'));
  await postBatch({ database }, analyst, batch.id, 'all');
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
