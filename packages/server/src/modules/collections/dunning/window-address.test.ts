import { expect, it } from 'vitest';
import { windowAddress } from './window-address.ts';

it('the window has the name above the address, and once where the address begins with it', () => {
  const name = 'Alder Ltd';
  expect(windowAddress(name, '4 High Street\nLeeds')).toBe('Alder Ltd\n4 High Street\nLeeds');
  expect(windowAddress(name, 'Alder Ltd\n4 High Street')).toBe('Alder Ltd\n4 High Street');
  expect(windowAddress(name, 'ALDER  LTD, 4 High Street')).toBe('ALDER  LTD, 4 High Street');
  expect(windowAddress(name, 'Alder Ltd\r\n4 High Street')).toBe('Alder Ltd\r\n4 High Street');
});

it('a street or another company that only begins alike is not the name', () => {
  expect(windowAddress('Roma', 'Roma 12\n20121 Milano')).toBe('Roma\nRoma 12\n20121 Milano');
  expect(windowAddress('Alder', 'Alderney House\nLeeds')).toBe('Alder\nAlderney House\nLeeds');
});
