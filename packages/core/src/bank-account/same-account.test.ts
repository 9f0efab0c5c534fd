import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubtAboutAccount } from '../parties/index.ts';
import { ibanOf } from './iban-parts.ts';
import { impliedIban, sameAccount } from './same-account.ts';

const GERMAN = 'DE89370400440532013000';
const ITALIAN = 'IT60X0542811101000000123456';
const FRENCH = 'FR1420041010050500013M02606';
const SPANISH = 'ES9121000418450200051332';
const BRITISH = 'GB29NWBK60161331926819';
const BELGIAN = 'BE68539007547034';
const SWISS = 'CH9300762011623852957';
const AUSTRIAN = 'AT611904300234573201';
const DUTCH = 'NL91ABNA0417164300';
const CZECH = 'CZ6508000000192000145399';
const POLISH = 'PL61109010140000071219812874';

describe('an account under two numbers', () => {
  it.each([
    ['BLZ and Konto', GERMAN, '37040044/0532013000'],
    ['Konto without its leading zero', GERMAN, '37040044/532013000'],
    ['BLZ and Konto in one', GERMAN, '370400440532013000'],
    ['the IBAN in groups', GERMAN, 'de89 3704 0044 0532 0130 00'],
    ['the IBAN with its currency', DUTCH, 'NL91ABNA0417164300EUR'],
    ['CIN, ABI, CAB and conto', ITALIAN, 'X 05428 11101 000000123456'],
    ['ABI, CAB and conto', ITALIAN, '05428/11101/123456'],
    ['a RIB', FRENCH, '20041 01005 0500013M026 06'],
    ['a RIB without its key', FRENCH, '20041/01005/0500013M026'],
    ['a CCC', SPANISH, '2100-0418-45-0200051332'],
    ['sort code and account', BRITISH, '60-16-13 31926819'],
    ['a Belgian number', BELGIAN, '539-0075470-34'],
    ['a Swiss clearing number and account', SWISS, '762/11623852957'],
    ['an Austrian BLZ and Konto', AUSTRIAN, '19043/00234573201'],
    ['a Dutch bank and account', DUTCH, 'ABNA 0417164300'],
    ['a Czech number with its prefix', CZECH, '19-2000145399/0800'],
    ['a Polish NRB', POLISH, '61 1090 1014 0000 0712 1981 2874'],
    ['two German spellings, neither an IBAN', '37040044/0532013000', '37040044/532013000'],
  ])('%s: the same', (_, left, right) => {
    expect(sameAccount(left, right)).toBe('same');
    expect(sameAccount(right, left)).toBe('same');
  });

  it.each([
    ['only the Konto', GERMAN, '532013000'],
    ['Konto behind a BIC', GERMAN, 'COBADEFF/0532013000'],
    ['Konto behind another BLZ, as after a merger of banks', GERMAN, '37040099/0532013000'],
    ['BLZ and a Konto that was not padded, in one', GERMAN, '37040044532013000'],
    ['a Dutch account alone', DUTCH, '417164300'],
    ['a British account alone', BRITISH, '31926819'],
    ['a number of which one file drops the zeros', '0004417002913', '4417002913'],
    ['an American account with and without its routing number', '091000019-8840126', '8840126'],
    ['a Canadian account with and without institution and transit', '0003-00120-8840126', '8840126'],
    ['a Canadian account with and without its institution', '0003-00120-8840126', '00120-8840126'],
  ])('%s: maybe', (_, left, right) => {
    expect(sameAccount(left, right)).toBe('maybe');
    expect(sameAccount(right, left)).toBe('maybe');
  });

  it.each([
    ['another Konto', GERMAN, '37040044/0532013001'],
    ['two IBANs', GERMAN, AUSTRIAN],
    ['a few digits', BRITISH, '819'],
    ['BLZ and Konto of another account', '37040044/0532013000', '37040044/0532013001'],
    ['the same digits behind another routing number', '091000019-8840126', '071000013-8840126'],
    ['a few digits behind a routing number', '091000019-126', '126'],
    ['the routing number alone', '091000019-8840126', '091000019'],
    ['nothing in common', SWISS, '4417002913'],
  ])('%s: another account', (_, left, right) => {
    expect(sameAccount(left, right)).toBe('other');
  });
});

describe('the IBAN of a national number', () => {
  it.each([
    ['37040044/532013000', GERMAN],
    ['X0542811101000000123456', ITALIAN],
    ['2100 0418 45 0200051332', SPANISH],
    ['20041010050500013M02606', FRENCH],
    ['539-0075470-34', BELGIAN],
    ['61109010140000071219812874', POLISH],
  ])('%s is told by its own check digits', (text, iban) => {
    expect(impliedIban(text)).toBe(iban);
  });

  it.each([
    ['a wrong CIN', 'Y0542811101000000123456'],
    ['a wrong control digit', '2100 0418 46 0200051332'],
    ['a Czech account, which looks like BLZ and Konto', '12345678/0800'],
    ['a bare number', '532013000'],
  ])('%s tells none', (_, text) => {
    expect(impliedIban(text)).toBeNull();
  });

  it('has right check digits, and every German number is found in its own IBAN and in no other', () => {
    const digits = (length: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
    const blz = digits(7).map((rest) => `3${rest}`);
    const konto = digits(10).filter((text) => !text.startsWith('00000'));
    fc.assert(
      fc.property(blz, konto, konto, (bank, one, other) => {
        const iban = ibanOf('DE', bank + one);
        expect(doubtAboutAccount(iban)).toBeNull();
        expect(sameAccount(iban, `${bank}/${one.replace(/^0+/, '')}`)).toBe('same');
        if (one !== other) expect(sameAccount(iban, `${bank}/${other}`)).toBe('other');
      }),
    );
  });
});
