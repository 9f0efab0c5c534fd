/** What was learnt, in words. */
import type { TextKey, Translate } from '../../../app/i18n.ts';
import { DEDUCTION_WORDS } from '../reason-words.ts';
import type { LearntKind, LearntThing } from './knowledge.queries.ts';

/** In the order of the chips. */
export const KIND_WORDS: Readonly<Record<LearntKind, TextKey>> = {
  account: 'learnt.account',
  name: 'learnt.name',
  habit: 'learnt.habit',
  pair: 'learnt.pair',
  payer: 'learnt.payer',
  code: 'learnt.code',
  layout: 'learnt.layout',
};

export const HELP_WORDS: Readonly<Record<LearntKind, TextKey>> = {
  account: 'learnt.accountHelp',
  name: 'learnt.nameHelp',
  habit: 'learnt.habitHelp',
  pair: 'learnt.pairHelp',
  payer: 'learnt.payerHelp',
  code: 'learnt.codeHelp',
  layout: 'learnt.layoutHelp',
};

export const ORIGIN_WORDS: Readonly<Record<LearntThing['origin'], TextKey>> = {
  application: 'learnt.originApplication',
  imported: 'learnt.originImported',
  customer_account: 'learnt.originCustomer',
  person: 'learnt.originPerson',
  file: 'learnt.originFile',
};

const HABIT_WORDS: Readonly<Record<string, TextKey>> = {
  oldest_first: 'learnt.oldestFirst',
  whole_days: 'learnt.wholeDays',
  whole_account: 'learnt.wholeAccount',
};

const DEDUCTION = 'deduction:';

function isReason(reason: string): reason is keyof typeof DEDUCTION_WORDS {
  return Object.hasOwn(DEDUCTION_WORDS, reason);
}

function reasonWords(reason: string, t: Translate): string {
  return isReason(reason) ? t(DEDUCTION_WORDS[reason]) : reason;
}

/** "Pays its oldest items first", "Takes off 2% for cash discount"; a habit newer than this page by its code. */
function habitWords({ what, sharePercent }: LearntThing, t: Translate): string {
  if (!what.startsWith(DEDUCTION)) return HABIT_WORDS[what] ? t(HABIT_WORDS[what]) : what;
  const reason = reasonWords(what.slice(DEDUCTION.length), t);
  return sharePercent === null
    ? t('learnt.takesOff', { reason })
    : t('learnt.takesOffShare', { reason, share: sharePercent });
}

/** What the row is about, as a person would say it. */
export function thingWords(thing: LearntThing, t: Translate): string {
  switch (thing.kind) {
    case 'habit':
      return habitWords(thing, t);
    case 'pair':
      return t('learnt.doesNotPayItem', { receipt: thing.what, item: thing.item?.number ?? '' });
    case 'payer':
      return t('learnt.doesNotPayFor', { payer: thing.what });
    case 'code':
      return t('learnt.codeMeans', { code: thing.what, reason: reasonWords(thing.meaning ?? '', t) });
    case 'account':
    case 'name':
    case 'layout':
      return thing.what;
  }
}

/** "9 of 10", "14". */
export function timesWords({ times, ofTimes }: LearntThing, t: Translate): string | null {
  if (times === null) return null;
  return ofTimes === null ? String(times) : t('learnt.timesOf', { times, ofTimes });
}
