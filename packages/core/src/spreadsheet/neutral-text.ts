/**
 * A spreadsheet runs a cell of a CSV file or of a paste as a formula when it begins with one of these signs, also a formula
 * that a customer's name brought in (OWASP: CSV injection). A leading apostrophe makes it plain text. Only texts are treated:
 * a negative number begins with a hyphen too, and stays a number.
 */
const FORMULA_START = /^[=+\-@\t\r]/;

function startsLikeFormula(text: string): boolean {
  return FORMULA_START.test(text);
}

/** `neutralText('=HYPERLINK("x")')` is `'=HYPERLINK("x")` with an apostrophe in front; `neutralText('A-1')` stays "A-1". */
export function neutralText(text: string): string {
  return startsLikeFormula(text) ? `'${text}` : text;
}
