/**
 * Old programs send bytes above 7F and do not say in which letters. UTF-8 shows itself; what is none is meant as windows-1252, as
 * mail programs of the west read it.
 */
import { isUtf8 } from 'node:buffer';

const TEXT_PART = /^(content-type:[ \t]*text\/[a-z]+)((?:[^\r\n]|\r?\n[ \t])*)/gim;
const SAYS_NOTHING = /;\s*charset\s*=\s*"?(?:us-ascii|unknown-8bit|x-unknown)"?/i;

/** The mail with its letters said where it did not say them; the same bytes where there is nothing to say. */
export function withDeclaredLetters(source: Uint8Array): Uint8Array {
  if (isUtf8(source)) return source;
  const text = Buffer.from(source).toString('latin1');
  const declared = text.replace(TEXT_PART, (line: string, type: string, rest: string) => {
    const plain = rest.replace(SAYS_NOTHING, '');
    return /charset\s*=/i.test(plain) ? line : `${type}; charset=windows-1252${plain}`;
  });
  const head = text.slice(0, text.search(/\r?\n\r?\n/));
  const isBare = !/^content-type:/im.test(head);
  return Buffer.from(isBare ? `Content-Type: text/plain; charset=windows-1252\r\n${declared}` : declared, 'latin1');
}
