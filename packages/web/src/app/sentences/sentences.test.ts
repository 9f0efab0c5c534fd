import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../ui/format/formats.ts';
import { ApiProblem } from '../api.ts';
import { codesIt } from '../locales/codes.it.ts';
import { codeNamesOf } from './code-names.ts';
import { said } from './saying.ts';
import { sentencesOf } from './sentences.ts';

const italian = sentencesOf(codesIt, formatsOf('it-IT'));
const english = sentencesOf(null, formatsOf('en-GB'));

const CITED = {
  kind: 'references_exact',
  detail: 'cites 2 open items by whole number (4711, 4713)',
  parameters: { references: ['4711', '4713'], itemsCount: 2 },
};
const SHORT = {
  kind: 'total_short',
  detail: '148.80 EUR less than these items',
  parameters: { difference: { amount: '148.80', currency: 'EUR' } },
};

describe('what the engine says, in Italian', () => {
  it('a conclusion is made of its findings, with amounts and days as an Italian writes them', () => {
    const decision = { decision: 'suggest', sentence: 'Cites …', alternativesCount: 0, evidence: [CITED, SHORT] };
    expect(italian.conclusion(decision)).toBe(
      'Cita 2 partite aperte con il numero intero (4711, 4713); 148,80 EUR in meno di queste partite; nessun’altra spiegazione.',
    );
    expect(english.conclusion(decision)).toBe('Cites …');
  });

  it('a finding of a later version, which the catalogue lacks, leaves the whole sentence to the server', () => {
    const evidence = [CITED, { kind: 'moon_phase', detail: 'the moon is full', parameters: {} }];
    const decision = { decision: 'auto', sentence: 'Cites 2; the moon is full.', alternativesCount: 0, evidence };
    expect(italian.conclusion(decision)).toBe('Cites 2; the moon is full.');
  });

  it('invoices that were settled on one day are told together', () => {
    const settled = (number: string, closedOn: string) => ({
      kind: 'reference_closed',
      detail: number,
      parameters: { number, closedOn },
    });
    const evidence = [settled('FV-1', '2026-10-30'), settled('FV-2', '2026-11-02'), settled('FV-3', '2026-10-30')];
    const decision = { decision: 'exception', sentence: '', alternativesCount: 0, evidence };
    expect(italian.conclusion(decision)).toBe(
      'Nessuna spiegazione regge; FV-1, FV-3 sono citate e sono state saldate il 30 ott 2026; FV-2 è citata ed è stata saldata il 02 nov 2026.',
    );
  });

  it('what the ledger refused says why in Italian too', () => {
    const evidence = [{ kind: 'ledger_refused', detail: 'is closed', parameters: { code: 'period_is_closed' } }];
    const decision = { decision: 'exception', sentence: 'The ledger …', alternativesCount: 1, evidence };
    expect(italian.conclusion(decision)).toBe(
      'La contabilità ha rifiutato la registrazione: Il periodo di quel giorno è chiuso. Scegli un giorno successivo.',
    );
  });

  it('a question without its parameters, from before they were sent, stays in English', () => {
    expect(italian.question('confirm_items', { numbers: ['4711'] }, '?')).toBe('Questo pagamento salda 4711?');
    expect(italian.question('confirm_items', null, 'Does it settle 4711?')).toBe('Does it settle 4711?');
  });

  it('one is singular', () => {
    const account = { customer: '104498', uses: 1, lastOn: '2026-10-30' };
    expect(italian.evidence('payer_account', account, '')).toBe(
      'pagato da un conto usato 1 volta per 104498, l’ultima il 30 ott 2026',
    );
  });

  it('a long list is cut and counted', () => {
    const numbers = ['1', '2', '3', '4', '5', '6', '7', '8'];
    expect(italian.question('confirm_items', { numbers }, '')).toBe(
      'Questo pagamento salda 1, 2, 3, 4, 5, 6 e altri 2?',
    );
  });
});

describe('problems in Italian', () => {
  it('the value that the file holds is named', () => {
    const message = '"31/02/2026" is not a date (2026-12-31 or 31/12/2026).';
    expect(italian.fileProblem('bad_date', message)).toMatch(/^«31\/02\/2026» non è una data leggibile\./);
    expect(italian.fileProblem('bad_date', 'It is not a date.')).toBe('It is not a date.');
  });

  it('a refusal names item, day and amount where the server sent them, and is general where it did not', () => {
    const open = { amount: '120.00', currency: 'EUR' };
    const exact = new ApiProblem('FV-1 has …', {
      status: 409,
      code: 'open_amount_exceeded',
      details: { number: 'FV-1', open, asked: { amount: '1500.00', currency: 'EUR' } },
    });
    expect(italian.refusal(exact)).toBe(
      'FV-1 ha 120,00 EUR aperti: 1.500,00 EUR sono troppi. Riduci l’importo o aggiorna la pagina.',
    );
    const older = new ApiProblem('FV-1 has …', { status: 409, code: 'open_amount_exceeded' });
    expect(italian.refusal(older)).toMatch(/^L’importo supera ciò che è aperto\./);
    const closed = { day: '2026-10-30', through: '2026-10-31' };
    const period = new ApiProblem('…', { status: 409, code: 'period_is_closed', details: closed });
    expect(italian.refusal(period)).toBe(
      'Il periodo del 30 ott 2026 è chiuso (fino al 31 ott 2026). Scegli un giorno successivo.',
    );
  });

  it('what stands in the way of closing a month is said with its number', () => {
    const waiting = { code: 'pending_acts', message: '1 pending acts are due by then …', parameters: { count: 1 } };
    expect(italian.blocker(waiting)).toMatch(/^1 atto futuro ha effetto/);
    expect(english.blocker(waiting)).toBe(waiting.message);
    const files = { code: 'unposted_statements', message: '…', parameters: { files: ['a.xml', 'b.xml'] } };
    expect(italian.blocker(files)).toMatch(/: a\.xml, b\.xml\.$/);
    expect(italian.blocker({ code: 'full_moon', message: 'Wait.', parameters: {} })).toBe('Wait.');
  });

  it('a refusal without a text of ours is the server’s', () => {
    const unknown = new ApiProblem('Wait for the moon.', { status: 409, code: 'moon_phase' });
    expect(italian.refusal(unknown)).toBeNull();
  });

  it('a code that no catalogue names is still readable', () => {
    expect(codeNamesOf(null).invariant('moons_are_counted')).toBe('Moons are counted');
    expect(codeNamesOf(codesIt).invariant('entries_have_their_postings')).toBe(
      'Le scritture hanno tutte le loro registrazioni',
    );
  });
});

it('a sentence with a hole in it is not said', () => {
  const voice = { formats: formatsOf('en-GB'), andMore: (shown: string) => shown };
  expect(said('due on {{day}}', {}, voice)).toBeNull();
  expect(said('due on {{day}}', { day: '2026-11-09' }, voice)).toBe('due on 09 Nov 2026');
});

describe('what the checks of the ledger find', () => {
  it('is said in Italian with its values, days as an Italian writes them', () => {
    expect(italian.failure('entry 01a2 on 2026-01-05 is off by 3.00 EUR')).toBe(
      'la scrittura 01a2 del 05 gen 2026 non quadra per 3.00 EUR',
    );
    expect(italian.failure('posting 01a2/1: 5 is carried at 6')).toBe('registrazione 01a2/1: 5 è iscritta a 6');
    expect(italian.failure('and 12 more')).toBe('e altre 12');
  });

  it('stays English where it is read in English, or where no pattern fits', () => {
    expect(english.failure('and 12 more')).toBe('and 12 more');
    expect(italian.failure('something new')).toBe('something new');
  });
});
