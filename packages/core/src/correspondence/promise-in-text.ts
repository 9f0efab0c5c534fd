/**
 * A promise to pay in the words of a mail: "we will pay 12,400 on Friday", in the five languages that letters come in. It is found
 * by rules and proposed to a person, never taken as said: what is denied, asked, conditional or past is none.
 */
import type { LocalDate } from '../calendar/index.ts';
import { isCurrencyCode, parseAmount } from '../money/index.ts';
import type { LetterLanguage } from './letter-format.ts';
import { newWords } from './new-words.ts';
import { dayInText } from './promised-day.ts';

export interface PromiseInText {
  readonly on: LocalDate;
  /** Null: no amount is named; what is open is meant. */
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  readonly language: LetterLanguage;
  /** The sentence it stands in, for the person who decides. */
  readonly sentence: string;
}

interface Wording {
  readonly language: LetterLanguage;
  readonly promises: RegExp;
  readonly takesBack: RegExp;
}

const WORDINGS: readonly Wording[] = [
  {
    language: 'en',
    promises:
      /\b(?:(?:we|i)(?:['’]ll| will| shall| are going to| am going to| plan to| expect to| intend to| promise to)\b.{0,40}\b(?:pay|transfer|wire|remit|settle|clear|make (?:the |a )?payment|send (?:the |you )?(?:payment|money|funds))\b|(?:payment|transfer|wire|remittance|balance|amount|invoices?|it)\b.{0,60}\b(?:will|shall|is going to) (?:be (?:made|sent|released|transferred|paid|settled|executed|wired)|go out|leave|follow|reach you)|(?:payment|transfer) (?:is |has been )?(?:scheduled|planned|due to go)|will be paid|(?:we|i) (?:are|am) paying)\b/i,
    takesBack:
      /\b(?:not|n['’]t|cannot|unable|if|unless|once|as soon as|when|after you|provided|would|could|might|may)\b/i,
  },
  {
    language: 'it',
    promises:
      /(?:\b(?:pagheremo|pagherò|salderemo|salderò|bonificheremo|effettueremo|disporremo|provvederemo|paghiamo|saldiamo|bonifichiamo)(?!\p{L})|\b(?:pagamento|bonifico|saldo|importo|fattur[ae])(?!\p{L}).{0,60}(?:sarà|verrà|saranno|verranno|è previsto|è programmato|partirà|previsto per)(?!\p{L})|\b(?:sarà|verrà|saranno|verranno) (?:pagat|effettuat|dispost|saldat|bonificat)\p{L}+|\b(?:invieremo|faremo|facciamo) (?:il|un) (?:bonifico|pagamento)(?!\p{L}))/iu,
    takesBack: /\b(?:non|se|qualora|appena|quando|dopo che|salvo)(?!\p{L})/iu,
  },
  {
    language: 'de',
    promises:
      /(?:\b(?:werden?|wird)\b.{0,80}(?:zahlen|bezahl\p{L}*|überweisen|überwiesen|begleichen|beglichen|angewiesen|anweisen|ausgeglichen|erfolgen|veranlassen|veranlasst)(?!\p{L})|\b(?:wir|ich) (?:zahlen?|überweisen?|begleichen?|bezahlen?)\b|\b(?:zahlen|überweisen|begleichen|bezahlen) wir\b|\b(?:zahlung|überweisung)\b.{0,40}\b(?:erfolgt|folgt|geht|ist)\b)/iu,
    takesBack: /\b(?:nicht|kein\p{L}*|falls|wenn|sobald|sofern|nachdem|könnten|würden)(?!\p{L})/iu,
  },
  {
    language: 'fr',
    promises:
      /(?:\b(?:paierons|payerons|paierai|réglerons|réglerai|virerons|effectuerons|solderons|payons|réglons)(?!\p{L})|\ballons (?:payer|régler|virer|effectuer|solder)(?!\p{L})|(?:paiement|règlement|virement|factures?)(?!\p{L}).{0,60}(?:sera|seront|est prévu|est programmé|aura lieu|partira)(?!\p{L})|(?:sera|seront) (?:payé|réglé|effectué|viré|soldé)\p{L}*)/iu,
    takesBack: /(?:\bne\b|\bn['’]|\bpas\b|\bsi\b|\bs['’]il|dès que|dès réception|quand|lorsque|après que)/iu,
  },
  {
    language: 'es',
    promises:
      /(?:\b(?:pagaremos|pagaré|abonaremos|abonaré|transferiremos|realizaremos|liquidaremos|efectuaremos|haremos|pagamos|abonamos)(?!\p{L})|\bvamos a (?:pagar|abonar|transferir|realizar|liquidar|hacer)(?!\p{L})|\bse (?:pagará|abonará|realizará|transferirá|efectuará)\p{L}*|(?:pago|transferencia|facturas?)(?!\p{L}).{0,60}(?:será|se hará|se realizará|está previst[oa]|está programad[oa]|saldrá)(?!\p{L})|\bserá (?:pagad|abonad|realizad|liquidad)\p{L}+)/iu,
    takesBack: /\b(?:no|si|cuando|en cuanto|siempre que|salvo)(?!\p{L})/iu,
  },
];

const SENTENCES_MAX = 200;
const SENTENCE_CHARS_MAX = 400;

/**
 * Promises in a mail's new words. `promisesInText('Wir überweisen 12.400,00 € am Freitag.', {sentOn: '2026-11-24', currency: 'EUR'})`
 * is 1240000n EUR on 2026-11-27. `currency` is meant where none is written.
 */
export function promisesInText(
  body: string,
  { sentOn, currency }: { readonly sentOn: LocalDate; readonly currency: string },
): PromiseInText[] {
  const found: PromiseInText[] = [];
  for (const sentence of sentencesOf(newWords(body))) {
    const wording = WORDINGS.find(({ promises, takesBack }) => promises.test(sentence) && !takesBack.test(sentence));
    if (wording === undefined || sentence.endsWith('?')) continue;
    const { language } = wording;
    const day = dayInText(sentence, { sentOn, language });
    if (day === null) continue;
    const rest = sentence.replace(day.written, ' ');
    const amount = amountIn(rest, currency);
    found.push({
      on: day.on,
      amountMinor: amount?.minor ?? null,
      currency: amount?.currency ?? null,
      language,
      sentence,
    });
  }
  return found;
}

/** A point between digits or after a short word ("No.", "27.") ends no sentence. */
function sentencesOf(text: string): string[] {
  return text
    .replace(/[ \t]+/g, ' ')
    .split(
      /(?<=[!?])\s+|(?<=[\p{L})€$£]{2}\.|\d{2}\.)\s+(?=\p{Lu})(?!(?:Jan|Feb|M[aä]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz]))|\n{2,}/u,
    )
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '' && sentence.length <= SENTENCE_CHARS_MAX)
    .slice(0, SENTENCES_MAX);
}

const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  $: 'USD',
  '₹': 'INR',
  '₱': 'PHP',
};
const FIGURES = "\\d{1,3}(?:[.,’'\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d{2})?|\\d+[.,]\\d{2}|\\d+";
const WITH_CURRENCY = new RegExp(
  `(?:(?<before>[€$£¥₹₱]|\\b[A-Z]{3})\\s?(?<after>${FIGURES})|(?<first>${FIGURES})\\s?(?<behind>[€$£¥₹₱]|[A-Z]{3}\\b|euros?\\b|dollars?\\b))`,
  'gu',
);
const PLAIN = /(?<![\p{L}\d/-])(?:\d{1,3}(?:[.,’'\u00a0\u202f ]\d{3})+(?:[.,]\d{2})?|\d+[.,]\d{2})(?![\d/-])/gu;

/** With a currency, or written as only amounts are: grouped, or with two decimals. Several amounts: none is certain. */
function amountIn(sentence: string, assumed: string): { minor: bigint; currency: string } | null {
  const named = [...sentence.matchAll(WITH_CURRENCY)].flatMap(({ groups = {} }) => {
    const currency = currencyOf(groups.before ?? groups.behind ?? '');
    return currency === null ? [] : [read(groups.after ?? groups.first ?? '', currency)];
  });
  const all = named.length > 0 ? named : [...sentence.matchAll(PLAIN)].map((match) => read(match[0], assumed));
  const [only, ...others] = all.filter((amount) => amount !== null);
  return only !== undefined && others.length === 0 ? only : null;
}

function currencyOf(sign: string): string | null {
  if (/^euro/i.test(sign)) return 'EUR';
  if (/^dollar/i.test(sign)) return 'USD';
  return SIGNS[sign] ?? (isCurrencyCode(sign) ? sign : null);
}

/** The last point or comma before exactly two digits is the decimal sign; others group. */
function read(figures: string, currency: string): { minor: bigint; currency: string } | null {
  const match = /^(.*?)(?:[.,](\d{2}))?$/.exec(figures);
  const whole = (match?.[1] ?? '').replace(/\D/g, '');
  const minor = whole === '' ? null : parseAmount(match?.[2] === undefined ? whole : `${whole}.${match[2]}`, currency);
  return minor === null || minor <= 0n ? null : { minor, currency };
}
