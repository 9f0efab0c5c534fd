/** The profile in words, field by field: for the page, and for what differs between versions. */
import type { TextKey, Translate } from '../../../app/i18n.ts';
import type { ProfileFields } from './paying.queries.ts';
import { runInWords } from './rhythm-words.ts';

export const DELIVERY_WORDS: Readonly<Record<NonNullable<ProfileFields['delivery']>, TextKey>> = {
  mail: 'paying.deliveryMail',
  portal: 'paying.deliveryPortal',
  edi: 'paying.deliveryEdi',
  post: 'paying.deliveryPost',
};

export const ORDER_WORDS: Readonly<Record<NonNullable<ProfileFields['orderRule']>, TextKey>> = {
  none: 'paying.orderNone',
  each_invoice: 'paying.orderEach',
  each_line: 'paying.orderLine',
  contract: 'paying.orderContract',
};

export interface SaidField {
  readonly key: TextKey;
  /** Null: nothing is said. */
  readonly text: string | null;
}

export function saidFields(fields: ProfileFields, t: Translate, locale: string): SaidField[] {
  const approval = fields.approval.map(({ who, days }) =>
    days === null ? who : `${who} (${t('date.days', { count: days })})`,
  );
  return [
    { key: 'paying.delivery', text: fields.delivery && t(DELIVERY_WORDS[fields.delivery]) },
    { key: 'paying.invoiceAddress', text: fields.invoiceAddress },
    { key: 'paying.portal', text: fields.portalName },
    { key: 'paying.portalUrl', text: fields.portalUrl },
    { key: 'paying.orderRule', text: fields.orderRule && t(ORDER_WORDS[fields.orderRule]) },
    { key: 'paying.orderNote', text: fields.orderNote },
    { key: 'paying.approval', text: approval.join(' → ') || null },
    { key: 'paying.payRun', text: fields.payRun && runInWords(fields.payRun, t, locale) },
    { key: 'paying.cutOffDays', text: fields.cutOffDays === null ? null : String(fields.cutOffDays) },
    { key: 'paying.askFor', text: fields.askFor.map(({ what, whom }) => `${what}: ${whom}`).join('\n') || null },
    { key: 'paying.note', text: fields.note },
  ];
}
