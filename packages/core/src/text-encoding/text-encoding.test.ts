import { describe, expect, it } from 'vitest';
import { createFileDecoder } from './index.ts';

const TEXT = 'Fatture «Café Müller» 12 €, žluťoučký';
const WESTERN_TEXT = 'Café Müller 12 €';
const WESTERN_BYTES = [...'Café Müller 12 '].map((letter) => letter.charCodeAt(0)).concat(0x80);

function decode(bytes: Uint8Array, pieceLength = bytes.length) {
  const decoder = createFileDecoder((label) => new TextDecoder(label));
  let text = '';
  for (let at = 0; at < bytes.length; at += pieceLength) text += decoder.write(bytes.subarray(at, at + pieceLength));
  text += decoder.end();
  return { text, ...decoder.result() };
}
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

describe('the encoding of a file', () => {
  it.each([1, 3, 1000])('UTF-8 with and without mark, in pieces of %d bytes', (piece) => {
    const plain = Buffer.from(TEXT, 'utf8');
    expect(decode(plain, piece).text).toBe(TEXT);
    expect(decode(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain]), piece).text).toBe(TEXT);
  });

  it('UTF-16 with mark, and without', () => {
    const little = Buffer.from(TEXT, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(decode(Buffer.concat([Buffer.from([0xff, 0xfe]), little]), 7)).toMatchObject({ text: TEXT, doubt: null });
    expect(decode(Buffer.concat([Buffer.from([0xfe, 0xff]), big]), 7).text).toBe(TEXT);
    const unmarked = '<?xml version="1.0" encoding="UTF-16"?>';
    expect(decode(Buffer.from(unmarked, 'utf16le')).text).toBe(unmarked);
    expect(decode(Buffer.from(unmarked, 'utf16le').swap16()).text).toBe(unmarked);
  });

  it('Windows-1252 keeps its euro sign, also far behind plain text', () => {
    expect(decode(Uint8Array.from(WESTERN_BYTES))).toEqual({
      text: WESTERN_TEXT,
      encoding: 'windows-1252',
      doubt: null,
    });
    const late = Uint8Array.from([...ascii('x'.repeat(100_000)), ...WESTERN_BYTES]);
    expect(decode(late, 1_000).text.endsWith(WESTERN_TEXT)).toBe(true);
  });

  it('follows the XML declaration', () => {
    const declare = (name: string) => ascii(`<?xml version="1.0" encoding="${name}"?>`);
    expect(decode(Uint8Array.from([...declare('ISO-8859-1'), 0xe9])).text.endsWith('é')).toBe(true);
    expect(decode(Uint8Array.from([...declare('ISO-8859-15'), 0xa4])).text.endsWith('€')).toBe(true);
    expect(decode(Uint8Array.from([...declare('windows-1250'), 0xe8])).text.endsWith('č')).toBe(true);
  });

  it('says when the declaration is wrong or unknown', () => {
    const lies = Uint8Array.from([...ascii('<?xml version="1.0" encoding="UTF-8"?>'), 0xe9]);
    expect(decode(lies)).toMatchObject({ encoding: 'windows-1252', doubt: expect.stringContaining('UTF-8') });
    expect(decode(Uint8Array.from(ascii('<?xml version="1.0" encoding="EBCDIC-7"?>'))).doubt).toContain('ebcdic-7');
  });

  it('says when some bytes could not be read', () => {
    const damaged = Uint8Array.from([...Buffer.from('né à'), ...ascii('x'.repeat(300)), 0xff]);
    expect(decode(damaged, 250)).toMatchObject({ encoding: 'utf-8', doubt: expect.stringContaining('\ufffd') });
  });

  it('an empty file is an empty text', () =>
    expect(decode(new Uint8Array(0))).toMatchObject({ text: '', doubt: null }));
});
