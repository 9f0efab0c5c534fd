/** What people and firms are known by, read alike for customers, contacts and payers. */
import { remainderBy97 } from '../parties/index.ts';

const EMAIL = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]{1,190}\.[^\s@,;<>".]{2,}$/;

const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map(
  `IT ita italy italia italien italie|DE deu germany germania deutschland allemagne alemania|FR fra france francia frankreich
   |ES esp spain spagna spanien espagne españa|GB gbr uk unitedkingdom regnounito grossbritannien royaumeuni reinounido
   |US usa unitedstates statiuniti vereinigtestaaten etatsunis estadosunidos|CH che switzerland svizzera schweiz suisse suiza
   |AT aut austria österreich autriche|BE bel belgium belgio belgien belgique|NL nld netherlands paesibassi niederlande paysbas
   |CA can canada kanada|PT prt portugal portogallo|PL pol poland polonia polen|JP jpn japan giappone|CN chn china cina
   |IE irl ireland irlanda irland|SE swe sweden svezia schweden|DK dnk denmark danimarca dänemark|NO nor norway norvegia norwegen
   |FI fin finland finlandia|CZ cze czechia|RO rou romania|HU hun hungary ungheria ungarn|GR grc greece grecia|LU lux luxembourg
   |MX mex mexico messico|BR bra brazil brasile|IN ind india|AU aus australia|SG sgp singapore`
    .split('|')
    .flatMap((line) => {
      const [code = '', ...names] = line.trim().split(/\s+/);
      return names.map((name) => [name, code] as const);
    }),
);

const LANGUAGE_NAMES: ReadonlyMap<string, string> = new Map(
  'en eng english inglese englisch|it ita italian italiano italienisch|de deu ger german tedesco deutsch|fr fra fre french francese französisch|es esp spa spanish spagnolo spanisch'
    .split('|')
    .flatMap((line) => {
      const [code = '', ...names] = line.split(' ');
      return names.map((name) => [name, code] as const);
    }),
);

export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}

export function readCountry(text: string): string | null {
  if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase();
  return COUNTRY_NAMES.get(text.toLowerCase().replace(/[\s.-]/g, '')) ?? null;
}

export function readLanguage(text: string): string | null {
  const code = /^([a-z]{2})(?:[-_][a-z]{2})?$/i.exec(text)?.[1];
  return code?.toLowerCase() ?? LANGUAGE_NAMES.get(text.toLowerCase()) ?? null;
}

/** An IBAN must pass its check digits (ISO 7064, remainder 1 of 97); other account numbers are kept as they are. */
export function readBankAccount(text: string): string | null {
  const account = text.replace(/[\s]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(account)) return /^[A-Z0-9./-]{4,40}$/.test(account) ? account : null;
  return remainderBy97(account) === 1 ? account : null;
}
