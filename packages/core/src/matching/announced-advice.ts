/**
 * Texts that say that an advice tells what is paid: SEE ADVICE, LT. AVIS, COME DA NS MAIL, SELON AVIS, SEGUN AVISO. Payers of
 * many bills write so where the bank gives them too few characters.
 */
import { normaliseText, umlautsEitherWay } from './token.ts';

const ADVICE =
  '(?:REMITTANCE(?: ADVICE)?|PAYMENT ADVICE|ADVICE|E-?MAIL|MAIL|FAX|LETTER|LIST|ATTACH(?:ED|MENT)|ZAHLUNGSAVIS|AVIS[EO]?|AUFSTELLUNG|LISTE|SCHREIBEN|COMUNICAZIONE|DISTINTA|ELENCO|LETTERA|ALLEGATO|AVIS DE PAIEMENT|COURRIER|COURRIEL|BORDEREAU|RELEVE|CORREO|CARTA|LISTADO|DETALLE)';
const OWN =
  '(?:(?:OUR|THE|SEPARATE|BY|UNSER(?:E[MNR]?)?|SEPARATE[MNRS]?|GETR(?:ENNTEM|\\.)?|BEIL(?:IEGENDE[MR]|\\.)?|NS\\.?|NOSTR[AO]|VIA|NOTRE|N\\/|NUESTR[AO]|SU) )';
const AS =
  '(?:SEE|PER|AS PER|ACC(?:ORDING|\\.)? TO|REFER TO|LT\\.?|LAUT|GEM(?:ÄSS|\\.)?|SIEHE|S\\.|LAUT|COME DA|COME PER|VEDI|VS\\.?|DA|SECONDO|GIUSTA|SELON|SUIVANT|CF\\.?|VOIR|SEGUN|VER)';
const ANNOUNCED = new RegExp(
  umlautsEitherWay(
    `\\b(?:${AS} ${OWN}{0,2}${ADVICE}|(?:ADVICE|REMITTANCE|DETAILS?) (?:TO )?FOLLOWS?|AVIS FOLGT|SEGUE (?:${ADVICE}|DETTAGLIO)|(?:${ADVICE}) SUIT|(?:ADVICE|REMITTANCE|DETAILS?) (?:SENT )?BY E?-?MAIL)\\b`,
  ),
);

/** `['COME DA NS MAIL']` does; `['AVIS RENT A CAR']` does not. */
export function announcesAdvice(lines: readonly string[]): boolean {
  return ANNOUNCED.test(normaliseText(lines.join('\n')).replace(/\s+/g, ' ').slice(0, TEXT_LENGTH_MAX));
}

/** Announcements stand in the text that a bank carries. */
const TEXT_LENGTH_MAX = 2_000;
