/** What somebody wrote anew in a mail: without the mails that are quoted below it, and without the signature. */

const QUOTE_HEADS = [
  /^-{2,}\s*(?:original message|ursprüngliche nachricht|messaggio originale|message d'origine|mensaje original|forwarded message)\s*-{2,}/i,
  /^(?:on|am|il|le|el)\b.{5,200}(?:wrote|schrieb|ha scritto|a écrit|escribió)\b.{0,100}:\s*$/i,
  /^_{10,}\s*$/,
  /^(?:from|von|da|de)\s?:\s.{3,}$/i,
];
const SIGNATURE = /^-- ?$/;
const LINES_MAX = 2_000;

/** Quoted lines (`> …`), everything from the head of a quoted mail on, and what follows "-- " are left out. */
export function newWords(body: string): string {
  const lines = body.replace(/\r\n?/g, '\n').split('\n').slice(0, LINES_MAX);
  const own: string[] = [];
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    // The head of a quotation is often broken over two lines.
    const joined = `${trimmed} ${(lines[index + 1] ?? '').trim()}`;
    const isHead = QUOTE_HEADS.some((head) => head.test(trimmed)) || QUOTE_HEADS[1]?.test(joined) === true;
    if (SIGNATURE.test(line) || (isHead && !isFirstHeader(own, trimmed))) break;
    if (!trimmed.startsWith('>')) own.push(line);
  }
  return own.join('\n').trim();
}

/** "Da: …" at the very beginning is no quotation below an answer. */
function isFirstHeader(own: readonly string[], line: string): boolean {
  return own.every((before) => before.trim() === '') && /^(?:from|von|da|de)\s?:/i.test(line);
}
