/** A version in words: each rule, figure and deduction that it changes. */
import { type Translate, useTexts } from '../../../app/i18n.ts';
import { limitWordsEn, ruleWordsEn } from '../../../app/locales/policy-words.en.ts';
import { limitWordsIt, ruleWordsIt } from '../../../app/locales/policy-words.it.ts';
import type { Language } from '../../../app/preferences.ts';
import { DEDUCTION_WORDS } from '../reason-words.ts';
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
    changes: ({ rulesOff, limits, deductions }, usual) => [
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
    ],
  };
}

/** In the order of the form. */
export const POSTED_REASONS = ['cash_discount', 'bank_fee', 'small_difference', 'withholding_tax'] as const;
