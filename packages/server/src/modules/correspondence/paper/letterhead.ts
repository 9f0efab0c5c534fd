/** What stands at the top of every page of ours: the company, then the other lines of its signature, each once. */
import type { Content } from 'pdfmake/interfaces.js';

const GREY = '#57606a';
const OWN_LINES_MAX = 8;

/** One content a line: of "Example GmbH" that signs "Example GmbH\nVia Po 1" two, the name and the street. */
export function letterhead(companyName: string, signature: string): Content[] {
  const own = signature
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== companyName)
    .slice(0, OWN_LINES_MAX);
  return [{ text: companyName, fontSize: 13, bold: true }, ...own.map((text): Content => ({ text, color: GREY }))];
}
