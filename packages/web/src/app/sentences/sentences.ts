/** The sentences of a page: in its language where the catalogue has them, else as the server said them. */
import { useMemo, useSyncExternalStore } from 'react';
import { useFormats } from '../../ui/format/formats.context.ts';
import type { ApiProblem } from '../api.ts';
import { useTexts } from '../i18n.ts';
import { codeTextsIn, onCodeTexts } from './brought-texts.ts';
import type { CodeTexts, Sayings } from './code-texts.ts';
import { patternsOf, readBy } from './patterns.ts';
import { oneSentence, type Parameters, quotedValue, type Saying, said, type Voice } from './saying.ts';

export interface Sentences {
  readonly evidence: (kind: string, parameters: Parameters, fallback: string) => string;
  readonly question: (code: string | null, parameters: Parameters | null, fallback: string) => string;
  readonly change: (code: string, parameters: Parameters, fallback: string) => string;
  readonly rejection: (rejected: Rejected) => string;
  readonly conclusion: (decision: Concluded) => string;
  readonly settlement: (kind: string, fallback: string) => string;
  /** What the server refused; null where its own words are all there is. */
  readonly refusal: (error: ApiProblem) => string | null;
  readonly fileProblem: (code: string, fallback: string, parameters?: Parameters) => string;
  /** What stands in the way of closing a period. */
  readonly blocker: (blocker: Blocker) => string;
  /** What a check of the ledger found. */
  readonly failure: (sentence: string) => string;
}

interface Blocker {
  readonly code: string;
  readonly message: string;
  readonly parameters: Parameters;
}

interface Rejected {
  readonly sentence: string;
  readonly reason: string;
  readonly code: string | null;
  readonly customer: string | null;
  readonly items: readonly string[];
}

interface Concluded {
  readonly decision: string;
  readonly sentence: string;
  readonly alternativesCount: number;
  readonly evidence: readonly { readonly kind: string; readonly detail: string; readonly parameters: Parameters }[];
}

export function useSentences(): Sentences {
  const { language } = useTexts();
  const formats = useFormats();
  const texts = useSyncExternalStore(onCodeTexts, () => codeTextsIn(language));
  return useMemo(() => sentencesOf(texts, formats), [texts, formats]);
}

/** Without a catalogue the server's words stand. */
export function sentencesOf(texts: CodeTexts | null, formats: Voice['formats']): Sentences {
  const standing = texts?.match.standing;
  const andMore: Voice['andMore'] = (shown, count) =>
    said(standing?.andMore ?? '{{shown}}, +{{count}}', { shown, count }, { formats, andMore: () => shown }) ?? shown;
  const voice: Voice = { formats, andMore };
  const find = (sayings: object | undefined, code: string | null): Saying | undefined =>
    sayings && code !== null && Object.hasOwn(sayings, code) ? (sayings as Sayings)[code] : undefined;
  const say = (sayings: object | undefined, code: string | null, parameters: Parameters): string | null =>
    said(find(sayings, code), parameters, voice);
  const match = texts?.match;
  let patterns: ReturnType<typeof patternsOf> | null = null;
  const problem = (code: string, message: string, parameters: Parameters = {}): string | null =>
    say({ ...texts?.refusal, ...texts?.file }, code, { ...valuesOf(message), ...parameters });
  return {
    evidence: (kind, parameters, fallback) => say(match?.evidence, kind, parameters) ?? fallback,
    question: (code, parameters, fallback) => say(match?.question, code, parameters ?? {}) ?? fallback,
    change: (code, parameters, fallback) => say(match?.change, code, parameters) ?? fallback,
    rejection: (rejected) => {
      const reason = say(match?.rejection, rejected.code, {});
      const items = say(standing, 'itemsOf', { items: rejected.items, customer: rejected.customer ?? '' });
      return reason && items ? `${items}: ${reason}` : `${rejected.sentence}: ${rejected.reason}`;
    },
    conclusion: (decision) => (match ? conclusionIn(match, decision, { say, problem }) : null) ?? decision.sentence,
    settlement: (kind, fallback) => say(match?.settlement, kind, {}) ?? fallback,
    refusal: (error) => say(texts?.refusal, error.code, { ...valuesOf(error.message), ...error.details }),
    fileProblem: (code, fallback, parameters) => problem(code, fallback, parameters) ?? fallback,
    blocker: ({ code, message, parameters }) => say(texts?.blocker, code, parameters) ?? message,
    failure: (sentence) => {
      // Made when the first is asked for: few pages show what the checks found.
      patterns ??= patternsOf(texts?.failure ?? {});
      const found = readBy(patterns, sentence);
      return (found && say(texts?.failure, found.key, found.values)) ?? sentence;
    },
  };
}

interface Speaker {
  readonly say: (sayings: object | undefined, code: string | null, parameters: Parameters) => string | null;
  readonly problem: (code: string, message: string) => string | null;
}

/** A decision as one sentence; null when one of its findings cannot be said in this language. */
function conclusionIn(match: CodeTexts['match'], decision: Concluded, { say, problem }: Speaker): string | null {
  const { standing } = match;
  const refused = decision.evidence.find(({ kind }) => kind === 'ledger_refused');
  if (refused) {
    const reason = problem(String(refused.parameters.code), refused.detail) ?? refused.detail;
    return say(standing, 'ledgerRefused', { reason });
  }
  const findings = settledByDay(decision.evidence).map(({ kind, parameters }) =>
    kind === SETTLED ? say(standing, kind, parameters) : say(match.evidence, kind, parameters),
  );
  if (findings.includes(null)) return null;
  const parts = findings.filter((part) => part !== null);
  if (decision.decision === 'exception') return oneSentence([standing.nothingHolds, ...parts]);
  const others = decision.alternativesCount;
  const last = others === 0 ? standing.noOther : say(standing, 'others', { count: others });
  return oneSentence([...parts, last ?? '']);
}

const SETTLED = 'settled';

type Finding = Pick<Concluded['evidence'][number], 'kind' | 'parameters'>;

/** Of eleven settled invoices the day is told once for all that share it, as the server's own sentence does. */
function settledByDay(evidence: readonly Finding[]): Finding[] {
  const ofDay = (day: unknown): unknown[] =>
    evidence
      .filter(({ kind, parameters }) => kind === 'reference_closed' && parameters.closedOn === day)
      .map(({ parameters }) => parameters.number);
  return evidence.flatMap((finding) => {
    if (finding.kind !== 'reference_closed') return [finding];
    const { closedOn, number } = finding.parameters;
    const numbers = ofDay(closedOn);
    if (numbers[0] !== number) return [];
    return numbers.length === 1 ? [finding] : [{ kind: SETTLED, parameters: { numbers, closedOn } }];
  });
}

function valuesOf(message: string): Parameters {
  const value = quotedValue(message);
  return value === undefined ? {} : { value };
}
