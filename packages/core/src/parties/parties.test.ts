import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../calendar/index.ts';
import {
  closesCircle,
  doubtAboutAccount,
  doubtAboutTaxNumber,
  findDuplicates,
  nextFirstStep,
  type Party,
  phoneNumber,
  survivorsOf,
} from './index.ts';

function aParty(fields: Partial<Party> & Pick<Party, 'id'>): Party {
  const unknown = { country: null, parentId: null, taxNumbers: [], accounts: [], emails: [] };
  return { number: fields.id, name: `Customer ${fields.id}`, ...unknown, ...fields };
}

describe('an account number', () => {
  it.each([
    ['DE89 3704 0044 0532 0130 00', null],
    ['IT60X0542811101000000123456', null],
    ['DE89 3704 0044 0532 0130 01', 'iban_check_digits'],
    ['DE89 3704 0044 0532 0130', 'iban_length'],
    ['12-3456-78', null],
    ['??', 'account_unreadable'],
  ] as const)('%s: %s', (text, doubt) => {
    expect(doubtAboutAccount(text)).toBe(doubt);
  });

  it('with any one digit changed is doubted', () => {
    const iban = 'DE89370400440532013000';
    fc.assert(
      fc.property(fc.integer({ min: 2, max: iban.length - 1 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = (Number(iban[at]) + by) % 10;
        expect(doubtAboutAccount(iban.slice(0, at) + digit + iban.slice(at + 1))).toBe('iban_check_digits');
      }),
    );
  });
});

describe('a tax number', () => {
  it.each([
    ['IT00743110157', null],
    ['IT 00743110158', 'tax_number_check_digit'],
    ['DE136695976', null],
    ['DE136695978', 'tax_number_check_digit'],
    ['DE12345', 'tax_number_form'],
    ['FR40303265045', null],
    ['BE0428759497', null],
    ['NL004495445B01', null],
    ['GB980780684', null],
    ['ATU13585627', null],
    ['DK13585628', null],
    ['FI20774740', null],
    ['SE123456789701', null],
    ['LU15027442', null],
    ['PL8567346215', null],
    ['PT501964843', null],
    ['EL094259216', null],
    ['SI50223054', null],
    ['HR33392005961', null],
    ['XX whatever', null],
  ] as const)('%s: %s', (text, doubt) => {
    expect(doubtAboutTaxNumber(text, null)).toBe(doubt);
  });

  it('without its letters is read by the customer’s country', () => {
    expect(doubtAboutTaxNumber('00743110157', 'IT')).toBeNull();
    expect(doubtAboutTaxNumber('00743110158', 'IT')).toBe('tax_number_check_digit');
    expect(doubtAboutTaxNumber('00743110158', null)).toBeNull();
  });
});

describe('one party twice', () => {
  it('is surest by tax number and name together', () => {
    const pairs = findDuplicates([
      aParty({ id: 'a', name: 'Rossi S.p.A.', country: 'IT', taxNumbers: ['IT00743110157'] }),
      aParty({ id: 'b', name: 'ROSSI SPA', country: 'IT', taxNumbers: ['00743110157'] }),
      aParty({ id: 'c', name: 'Bianchi', accounts: ['DE89 3704 0044 0532 0130 00'] }),
      aParty({ id: 'd', name: 'Verdi', accounts: ['DE89370400440532013000'] }),
    ]);
    expect(pairs).toEqual([
      {
        firstId: 'a',
        secondId: 'b',
        confidence: 100,
        evidence: [
          { kind: 'tax_number', value: '00743110157' },
          { kind: 'name', value: 'ROSSI' },
          { kind: 'country', value: 'IT' },
        ],
      },
      { firstId: 'c', secondId: 'd', confidence: 60, evidence: [{ kind: 'account', value: 'DE89370400440532013000' }] },
    ]);
  });

  it('is not said of a name alone, but is with the country, and surer with the e-mail domain', () => {
    const [first, second] = [
      aParty({ id: 'a', name: 'Alder Ltd', country: 'GB', emails: ['ap@alder.example'] }),
      aParty({ id: 'b', name: 'ALDER LIMITED', country: 'GB' }),
    ];
    expect(findDuplicates([first, { ...second, country: null }])).toEqual([]);
    expect(findDuplicates([first, second])[0]?.confidence).toBe(52);
    expect(findDuplicates([first, { ...second, emails: ['buy@alder.example'] }])[0]?.confidence).toBe(67);
    expect(
      findDuplicates([
        { ...first, country: null, emails: ['a@gmail.com'] },
        { ...second, emails: ['b@gmail.com'] },
      ]),
    ).toEqual([]);
  });

  it('is not said of a family, nor of what many share', () => {
    const account = ['DE89370400440532013000'];
    expect(
      findDuplicates([aParty({ id: 'a', accounts: account }), aParty({ id: 'b', accounts: account, parentId: 'a' })]),
    ).toEqual([]);
    expect(findDuplicates(Array.from({ length: 9 }, (_, at) => aParty({ id: `c${at}`, accounts: account })))).toEqual(
      [],
    );
    expect(
      findDuplicates([aParty({ id: 'a', taxNumbers: ['000000000'] }), aParty({ id: 'b', taxNumbers: ['000000000'] })]),
    ).toEqual([]);
  });

  it('is found alike in whatever order the records come', () => {
    const party = fc.record({
      name: fc.constantFrom('Rossi', 'ROSSI SPA', 'Verdi'),
      country: fc.constantFrom('IT', 'DE', null),
      account: fc.constantFrom('DE89370400440532013000', '1234567890'),
    });
    fc.assert(
      fc.property(fc.array(party, { maxLength: 8 }), (drafts) => {
        const parties = drafts.map(({ account, ...rest }, at) =>
          aParty({ id: `p${at}`, ...rest, accounts: [account] }),
        );
        expect(findDuplicates([...parties].reverse())).toEqual(findDuplicates(parties));
      }),
    );
  });
});

describe('a family', () => {
  it('has no circle: who stands above cannot come below', () => {
    const parents = new Map([
      ['child', 'mother'],
      ['mother', 'holding'],
    ]);
    expect(closesCircle(parents, { from: 'holding', to: 'child' })).toBe(true);
    expect(closesCircle(parents, { from: 'holding', to: 'holding' })).toBe(true);
    expect(closesCircle(parents, { from: 'child', to: 'holding' })).toBe(false);
  });

  it('of merged records ends at one: A into B, B into C, both are C', () => {
    const survivor = survivorsOf([
      { from: 'A', to: 'B' },
      { from: 'B', to: 'C' },
    ]);
    expect(['A', 'B', 'C', 'D'].map(survivor)).toEqual(['C', 'C', 'C', 'D']);
  });
});

describe('a phone number', () => {
  it.each([
    ['+39 06 1234567', '+39061234567'],
    ['0049 (0)30 / 123-456', '+4930123456'],
    ['06 1234567', '06 1234567'],
    [' ext.  12 ', 'ext. 12'],
  ])('%s is %s', (written, dialled) => {
    expect(phoneNumber(written)).toBe(dialled);
  });
});

describe('a new customer waits', () => {
  const none = { isDecided: true, invoicedOn: null, invoiceReceivedAt: null, paidOn: null };
  const invoiced = { ...none, invoicedOn: localDate('2026-03-01') };
  it.each([
    [{ ...none, isDecided: false }, 'decision'],
    [none, 'first_invoice'],
    [invoiced, 'invoice_received'],
    [{ ...invoiced, invoiceReceivedAt: '2026-03-03T09:00:00Z' }, 'first_payment'],
    [{ ...invoiced, paidOn: localDate('2026-03-20') }, null],
  ] as const)('%j: for %s', (done, step) => {
    expect(nextFirstStep(done)).toBe(step);
  });
});
