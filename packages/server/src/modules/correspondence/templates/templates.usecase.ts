/** The texts of letters: what comes with the product, until the company says it otherwise. Each saying is a version that stays. */
import type { LetterLanguage } from '@quittance/core/correspondence';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { fillTemplate, nestedFacts } from './fill-template.ts';
import { checkMarks } from './lay-out.ts';
import { type Purpose, variablesOf } from './purposes.ts';
import { SHIPPED } from './shipped/index.ts';
import type { TemplateText } from './shipped/template-text.ts';
import { insertVersion, latestVersion, type TemplateVersion } from './templates.queries.ts';

export interface CurrentTemplate extends TemplateText {
  /** 0 is the text that comes with the product. */
  readonly number: number;
}

export async function currentTemplate(
  tx: Tx,
  which: { readonly purpose: Purpose; readonly language: LetterLanguage },
): Promise<CurrentTemplate> {
  return textOf(await latestVersion(tx, which), which);
}

/** What holds by the latest version, if there is one. */
export function textOf(
  version: TemplateVersion | undefined,
  { purpose, language }: { readonly purpose: Purpose; readonly language: LetterLanguage },
): CurrentTemplate {
  if (version === undefined || version.subject === null || version.body === null) {
    return { ...SHIPPED[language][purpose], number: 0 };
  }
  return { subject: version.subject, body: version.body, number: version.number };
}

/** Null goes back to the shipped text. Throws `template_variable_missing`, `template_is_wrong`: tried before it is kept. */
export async function saveTemplate(
  tx: CommandTx,
  which: { readonly purpose: Purpose; readonly language: LetterLanguage },
  text: TemplateText | null,
): Promise<number> {
  if (text !== null) tryTemplate(which.purpose, text);
  const before = await latestVersion(tx, which);
  const number = (before?.number ?? 0) + 1;
  await insertVersion(tx, { ...which, number, subject: text?.subject ?? null, body: text?.body ?? null });
  tx.audit({
    action: 'correspondence.template_saved',
    subjectKind: 'template',
    subjectId: `${which.purpose}.${which.language}`,
    before: before === undefined ? null : { number: before.number },
    after: { number, isShipped: text === null },
  });
  return number;
}

/** Filled with the examples of its variables: whatever fails with a customer's facts fails here. */
export function tryTemplate(purpose: Purpose, text: TemplateText): void {
  const facts = nestedFacts(variablesOf(purpose));
  fillTemplate(text.subject, facts);
  checkMarks(fillTemplate(text.body, facts));
}
