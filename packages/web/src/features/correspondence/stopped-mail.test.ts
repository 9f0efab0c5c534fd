import { expect, it } from 'vitest';
import { translatorOf } from '../../app/i18n.ts';
import { customersEn } from '../../app/locales/customers.en.ts';
import { customersIt } from '../../app/locales/customers.it.ts';
import { formatsOf } from '../../ui/format/formats.ts';
import { type StoppedAddress, stoppedWord } from './stopped-mail.ts';

const english = { t: translatorOf('en', customersEn), formats: formatsOf('en-GB'), zone: 'Europe/Rome' };
const italian = { t: translatorOf('it', customersIt), formats: formatsOf('it-IT'), zone: 'Europe/Rome' };
const stopped: readonly StoppedAddress[] = [
  { address: 'ap@alder.example', reason: 'bounced', since: '2026-11-08T23:30:00Z' },
  { address: 'boss@alder.example', reason: 'complained', since: '2026-11-10T09:00:00Z' },
];

it('beside an address that mail came back from stands the day, as the company counts days; beside others nothing', () => {
  expect(stoppedWord(stopped, 'AP@Alder.example', english)).toMatch(/^mail came back on 0?9 Nov 2026$/);
  expect(stoppedWord(stopped, 'ap@alder.example', italian)).toMatch(/0?9 nov 2026/);
  expect(stoppedWord(stopped, 'boss@alder.example', english)).toMatch(/^complained about mail on 10 Nov 2026$/);
  expect(stoppedWord(stopped, 'mia@alder.example', english)).toBeNull();
  expect(stoppedWord(stopped, null, english)).toBeNull();
});
