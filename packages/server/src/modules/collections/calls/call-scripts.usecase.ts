/** The words to speak by: what comes with the product, until the company says it otherwise. Each saying is a version that stays. */
import { CALL_SITUATIONS, type CallSituation } from '@quittance/core/calls';
import { LETTER_LANGUAGES, type LetterLanguage } from '@quittance/core/correspondence';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { fillTemplate, nestedFacts } from '../../correspondence/index.ts';
import { insertScript, latestScripts, type ScriptVersion } from './call-scripts.queries.ts';
import { SHIPPED_SCRIPTS } from './shipped-scripts.ts';

/** What a script may speak of, with an example: the editor shows them. */
export const SCRIPT_VARIABLES = {
  'contact.name': 'Ada Rossi',
  'sender.name': 'Jo Cruz',
  'company.name': 'Example GmbH',
  'customer.name': 'Rossi Forniture S.r.l.',
  'customer.number': 'C-100',
  total_overdue: '9,800.00 EUR',
  total_open: '12,400.00 EUR',
  items_count: '3',
  first_item: 'INV-2026/00471',
  days_late: '41',
  oldest_due: '10 October 2026',
  'promise.amount': '12,400.00 EUR',
  'promise.on': '20 November 2026',
  'dispute.items': 'INV-2026/00472',
  'dispute.reason': 'the price differs from the order',
} as const;

export type ScriptFacts = Readonly<Record<keyof typeof SCRIPT_VARIABLES, string>>;
export type WhichScript = { readonly situation: CallSituation; readonly language: LetterLanguage };

export interface Script extends WhichScript {
  readonly body: string;
  /** 0: the words that come with the product. */
  readonly number: number;
  readonly changedBy: string | null;
  readonly changedAt: string | null;
}

export async function listScripts(tx: Tx): Promise<Script[]> {
  const changed = await latestScripts(tx);
  return CALL_SITUATIONS.flatMap((situation) =>
    LETTER_LANGUAGES.map((language) => scriptOf({ situation, language }, changed)),
  );
}

export async function currentScript(tx: Tx, which: WhichScript): Promise<Script> {
  return scriptOf(which, await latestScripts(tx));
}

function scriptOf({ situation, language }: WhichScript, changed: readonly ScriptVersion[]): Script {
  const version = changed.find((one) => one.situation === situation && one.language === language);
  const body = version?.body ?? SHIPPED_SCRIPTS[language][situation];
  const number = version === undefined || version.body === null ? 0 : version.number;
  return {
    situation,
    language,
    body,
    number,
    changedBy: version?.madeByName ?? null,
    changedAt: version?.madeAt ?? null,
  };
}

/** Null goes back to what comes with the product. Throws `template_variable_missing`, `template_is_wrong`: tried before it is kept. */
export async function saveScript(tx: CommandTx, which: WhichScript, body: string | null): Promise<{ number: number }> {
  if (body !== null) fillScript(body, SCRIPT_VARIABLES);
  const before = (await latestScripts(tx)).find(
    (one) => one.situation === which.situation && one.language === which.language,
  );
  const number = (before?.number ?? 0) + 1;
  await insertScript(tx, { ...which, number, body });
  tx.audit({
    action: 'call.script',
    subjectKind: 'call_script',
    subjectId: `${which.situation}.${which.language}`,
    before: before === undefined ? null : { number: before.number },
    after: { number, isShipped: body === null },
  });
  return { number };
}

/** A name that ends with a dot ends its sentence too: "Example Inc.", not "Example Inc..". */
export function fillScript(body: string, facts: ScriptFacts): string {
  return fillTemplate(body, nestedFacts(facts))
    .replace(/(?<!\.)\.\.(?!\.)/g, '.')
    .trim();
}
