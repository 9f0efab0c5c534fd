/** Whom somebody is about to name: what stands between an @ and the cursor, and who fits it. */
import type { MentionPerson } from './mention.types.ts';

export interface MentionAsk {
  /** Where the @ stands. */
  readonly start: number;
  readonly typed: string;
}

const TYPED_CHARS_MAX = 40; // longer is no name but a sentence
const CHOICES_MAX = 6; // seen without scrolling, chosen by arrows

/** Null: no name is being typed. An @ within a word, as in a mail address, asks nothing. */
export function mentionAsked(text: string, caret: number): MentionAsk | null {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf('@');
  if (start < 0 || /[\p{L}\p{N}]$/u.test(before.slice(0, start))) return null;
  const typed = before.slice(start + 1);
  if (typed.length > TYPED_CHARS_MAX || /[\n@]|^\s/.test(typed)) return null;
  return { start, typed };
}

/** Of whom a name begins so, or a word of it: "fer" finds Lucia Ferrandi. Nobody when the name is whole already. */
export function peopleLike<Person extends MentionPerson>(people: readonly Person[], typed: string): Person[] {
  const asked = folded(typed);
  if (people.some(({ name }) => asked.startsWith(folded(name)))) return [];
  const begins = people.filter(({ name }) => folded(name).startsWith(asked));
  const within = people.filter(
    (person) =>
      !begins.includes(person) &&
      folded(person.name)
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => word.startsWith(asked)),
  );
  return [...begins, ...within].slice(0, CHOICES_MAX);
}

/** The text with the name in the place of what was typed, and where the cursor goes. */
export function withMention(text: string, given: { ask: MentionAsk; caret: number; name: string }) {
  const { ask, caret, name } = given;
  const before = `${text.slice(0, ask.start)}@${name}`;
  const after = text.slice(caret);
  const space = /^[\s.,;:!?)]/.test(after) ? '' : ' ';
  return { text: `${before}${space}${after}`, caret: before.length + 1 };
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
