import { describe, expect, it } from 'vitest';
import { RATE_LINES_MAX, readRateLines } from './rate-lines.ts';

const ITALIAN = { functionalCurrency: 'EUR', today: '2026-11-22', isMonthFirst: false };
const read = (text: string, reading = ITALIAN) =>
  readRateLines(text, reading).map(({ rate, fault }) => fault ?? `${rate?.currency} ${rate?.quotedOn} ${rate?.rate}`);

describe('exchange rates pasted as lines', () => {
  it('columns of a spreadsheet, a bank’s semicolons and plain words read alike', () => {
    expect(read('USD\t31/10/2026\t0,9234\nGBP;2026-10-31;1.1832\nchf 31.10.26 1,0612')).toEqual([
      'USD 2026-10-31 0.9234',
      'GBP 2026-10-31 1.1832',
      'CHF 2026-10-31 1.0612',
    ]);
  });

  it('where months come first, 03/04/2026 is the fourth of March', () => {
    expect(read('USD 03/04/2026 1.08', { ...ITALIAN, isMonthFirst: true })).toEqual(['USD 2026-03-04 1.08']);
    expect(read('USD 03/04/2026 1.08')).toEqual(['USD 2026-04-03 1.08']);
  });

  it('groups of thousands are no decimals', () => {
    expect(read('JPY 31/10/2026 1.234,5')).toEqual(['JPY 2026-10-31 1234.5']);
  });

  it('each line says for itself what is wrong', () => {
    expect(
      read('dollars 31/10/2026 1\nUSD 31/02/2026 1\nUSD 31/10/2026 0,00\nEUR 31/10/2026 1\nUSD 01/12/2026 1'),
    ).toEqual(['currency', 'day', 'rate', 'own_currency', 'future']);
  });

  it('empty lines count for nothing, and no more than some hundred lines are read', () => {
    expect(read('\n\n')).toEqual([]);
    expect(read('USD 31/10/2026 1\n'.repeat(RATE_LINES_MAX + 5))).toHaveLength(RATE_LINES_MAX);
  });
});
