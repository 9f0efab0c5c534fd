import { describe, expect, it } from 'vitest';
import { contactToAsk, contactToSpeakWith } from './choose-contact.ts';

function aContact(name: string, fields: Partial<Parameters<typeof contactToAsk>[0][number]> = {}) {
  return { name, roles: ['buyer'], email: `${name}@alder.example`, isPrimary: false, endedAt: null, ...fields };
}

describe('the contact to choose', () => {
  const payables = aContact('payables', { roles: ['accounts_payable'] });
  const primary = aContact('primary', { isPrimary: true });

  it('to speak with is the primary one; to ask about a payment, accounts payable', () => {
    expect(contactToSpeakWith([payables, primary])?.name).toBe('primary');
    expect(contactToAsk([primary, payables])?.name).toBe('payables');
  });

  it('without such a role is the primary one; a buyer who is not is asked nothing', () => {
    expect(contactToAsk([aContact('buyer'), primary])?.name).toBe('primary');
    expect(contactToAsk([aContact('buyer')])).toBeNull();
    expect(contactToSpeakWith([aContact('buyer')])).toBeNull();
  });

  it('is nobody who left, and for a message nobody without an address', () => {
    const left = { endedAt: '2026-10-01T08:00:00Z' };
    expect(contactToSpeakWith([aContact('left', { isPrimary: true, ...left }), payables])?.name).toBe('payables');
    expect(contactToAsk([{ ...payables, email: null }, primary])?.name).toBe('primary');
    expect(contactToAsk([{ ...payables, ...left }])).toBeNull();
  });
});
