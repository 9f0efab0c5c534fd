/**
 * Why a hold stands. A person's words are theirs; what a promise writes by itself is said in the language of the page.
 *
 * "600.00 EUR promised for 2026-03-06" is "600,00 EUR promessi per il 06 mar 2026".
 */
import type { TextKey, Translate } from '../../app/i18n.ts';
import type { Formats } from '../../ui/format/formats.ts';

const PROMISED = /^(-?\d+(?:\.\d+)?) ([A-Z]{3}) promised for (\d{4}-\d\d-\d\d)$/;
const PLANNED = /^Instalment plan: (-?\d+(?:\.\d+)?) ([A-Z]{3}) to come$/;
const SAID: Readonly<Record<string, TextKey>> = {
  'the promise was judged anew': 'holds.judgedAnew',
  'The customer was not told of this note yet': 'holds.notToldWhy',
  'The customer was told by letter': 'holds.toldByLetter',
};

export function holdReason(reason: string, { t, formats }: { t: Translate; formats: Formats }): string {
  const [, amount, currency = '', day = ''] = PROMISED.exec(reason) ?? PLANNED.exec(reason) ?? [];
  if (amount !== undefined) {
    const money = formats.money({ amount, currency });
    return day === '' ? t('holds.planned', { money }) : t('holds.promised', { money, day: formats.date(day) });
  }
  const said = SAID[reason];
  return said === undefined ? reason : t(said);
}
