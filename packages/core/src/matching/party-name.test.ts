import { describe, expect, it } from 'vitest';
import { normaliseAccount, normalisePartyName } from './party-name.ts';

describe('a name is brought to what does not change between bank and ledger', () => {
  it.each([
    ['Müller & Söhne GmbH & Co. KG', 'MULLER SOHNE'],
    ['ROSSI S.P.A.', 'ROSSI'],
    ['Rossi SpA', 'ROSSI'],
    ['PT Nusantara Jaya', 'NUSANTARA JAYA'],
    ["L'Étoile S.A.S.", 'LETOILE'],
    ['三井物産', '三井物産'],
    ['AG', 'AG'],
    ['', ''],
  ])('%s is %s', (name, normal) => {
    expect(normalisePartyName(name)).toBe(normal);
  });

  it('keeps the words that tell companies apart', () => {
    expect(normalisePartyName('Alder Foods Ltd')).not.toBe(normalisePartyName('Alder Freight Ltd'));
  });

  it('takes an account for the same whatever its spacing', () => {
    expect(normaliseAccount('de12 3456-78')).toBe(normaliseAccount('DE12345678'));
  });
});
