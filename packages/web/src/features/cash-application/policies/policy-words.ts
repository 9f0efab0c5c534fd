/** A version in words: each rule, figure and deduction that it changes. */
import { type TextKey, type Translate, useTexts } from '../../../app/i18n.ts';
import { limitWordsEn, ruleWordsEn } from '../../../app/locales/policy-words.en.ts';
import { limitWordsIt, ruleWordsIt } from '../../../app/locales/policy-words.it.ts';
import type { Language } from '../../../app/preferences.ts';
import { DEDUCTION_WORDS, questionWords } from '../reason-words.ts';
import { timeText } from './hours-typed.ts';
import type { CashPolicyChanges, Policies } from './policies.queries.ts';

const WORDS = {
  en: { rules: ruleWordsEn, limits: limitWordsEn },
  it: { rules: ruleWordsIt, limits: limitWordsIt },
} as const satisfies Record<Language, object>;

/** A rule or figure that is newer than this page is called by its code. */
export interface PolicyWords {
  rule(name: string): string;
  ruleNeeds(name: string): string;
  limit(name: string): string;
  limitMeans(name: string): string;
  changes(changes: CashPolicyChanges, usual: Policies['usual']): string[];
}

export function usePolicyWords(): PolicyWords {
  const { t, language } = useTexts();
  return policyWords(t, language);
}

function policyWords(t: Translate, language: Language): PolicyWords {
  const { rules, limits: figures } = WORDS[language];
  const rule = (name: string) => rules[`${name}_name`] ?? name;
  const limit = (name: string) => figures[`${name}_name`] ?? name;
  return {
    rule,
    ruleNeeds: (name) => rules[`${name}_needs`] ?? '',
    limit,
    limitMeans: (name) => figures[`${name}_means`] ?? '',
    changes: ({ rulesOff, limits, deductions, deadlines }, usual) => [
      ...rulesOff.map((name) => t('policies.ruleOff', { rule: rule(name) })),
      ...Object.entries(limits).map(([name, value]) =>
        t('policies.limitIs', { limit: limit(name), value, usual: usual.limits[name]?.usual ?? '' }),
      ),
      ...POSTED_REASONS.flatMap((reason) => {
        const change = deductions[reason];
        if (change === undefined) return [];
        const key = change.isClaimed ? 'policies.deductionClaimed' : 'policies.deductionCaps';
        return [t(key, { reason: t(DEDUCTION_WORDS[reason]) })];
      }),
      ...CLOCKS.flatMap((clock) => {
        const minutes = deadlines.queues[clock];
        return minutes === undefined
          ? []
          : [t('policies.deadlineIs', { what: t(CLOCK_WORDS[clock]), time: timeText(minutes) })];
      }),
      ...QUESTIONS.flatMap((code) => {
        const minutes = deadlines.reasons[code];
        return minutes === undefined
          ? []
          : [t('policies.deadlineIs', { what: questionWords(t, code), time: timeText(minutes) })];
      }),
    ],
  };
}

/** Whose clocks run, and whose words the reader knows. */
export const CLOCKS = ['to_confirm', 'exceptions', 'unidentified', 'unapplied', 'answer'] as const;

export const CLOCK_WORDS: Readonly<Record<(typeof CLOCKS)[number], TextKey>> = {
  to_confirm: 'cash.toConfirm',
  exceptions: 'cash.exceptions',
  unidentified: 'cash.unidentified',
  unapplied: 'cash.unapplied',
  answer: 'policies.answer',
};

/** In the order of the form. */
export const QUESTIONS = [
  'confirm_items',
  'why_short',
  'what_is_rest_for',
  'what_is_reference',
  'which_items',
  'which_of_equal_items',
  'which_receipt_pays',
  'text_or_amount',
  'does_payer_pay_for',
  'who_is_payer',
  'already_settled',
  'is_it_a_duplicate',
] as const satisfies readonly (keyof CashPolicyChanges['deadlines']['reasons'])[];

/** In the order of the form. */
export const POSTED_REASONS = ['cash_discount', 'bank_fee', 'small_difference', 'withholding_tax'] as const;
