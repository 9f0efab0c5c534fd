/**
 * Whether a file that came by mail may be opened from here. What it says it is, its name and its first bytes have to agree; what
 * runs, or could write into our pages, is not opened. The whole mail keeps everything.
 */

import { wellFormed } from '../conversations/conversation.ts';

export interface CameFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

export const FILE_BYTES_MAX = 25 * 1024 * 1024;

/** Endings that may be opened, with how such a file begins where that can be told. */
const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ['pdf', ['%PDF-']],
  ['png', ['\x89PNG']],
  ['jpg', ['\xff\xd8\xff']],
  ['jpeg', ['\xff\xd8\xff']],
  ['gif', ['GIF8']],
  ['tif', ['II*\0', 'MM\0*']],
  ['tiff', ['II*\0', 'MM\0*']],
  ['xlsx', ['PK']],
  ['docx', ['PK']],
  ['odt', ['PK']],
  ['ods', ['PK']],
  ['zip', ['PK']],
  ['xls', ['\xd0\xcf\x11\xe0']],
  ['doc', ['\xd0\xcf\x11\xe0']],
  ['msg', ['\xd0\xcf\x11\xe0']],
  ['csv', []],
  ['txt', []],
  ['eml', []],
  ['ics', []],
  ['xml', []],
  ['edi', []],
]);
const RUNS = ['MZ', '\x7fELF', '#!', '\xca\xfe\xba\xbe'];
const HEAD_BYTES = 1024;

/** A stable code, or null when it may be opened. */
export function doubtAboutFile({
  name,
  content,
}: CameFile): 'file_too_large' | 'type_not_allowed' | 'type_is_another' | null {
  if (content.length > FILE_BYTES_MAX) return 'file_too_large';
  const head = Buffer.from(content.subarray(0, HEAD_BYTES)).toString('latin1');
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  const beginnings = ALLOWED.get(ending);
  if (RUNS.some((sign) => head.startsWith(sign)) || beginnings === undefined) return 'type_not_allowed';
  // A PDF may begin a little later (ISO 32000, annex H); a text must not be a page or a program.
  if (beginnings.length === 0) return /<(?:html|script|!doctype html|svg)/i.test(head) ? 'type_is_another' : null;
  return beginnings.some((sign) => (ending === 'pdf' ? head.includes(sign) : head.startsWith(sign)))
    ? null
    : 'type_is_another';
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ...{ pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif' },
  ...{ tif: 'image/tiff', tiff: 'image/tiff', zip: 'application/zip', csv: 'text/csv', txt: 'text/plain' },
  ...{ xlsx: `${OFFICE}.spreadsheetml.sheet`, docx: `${OFFICE}.wordprocessingml.document`, xml: 'application/xml' },
  ...{ xls: 'application/vnd.ms-excel', doc: 'application/msword', msg: 'application/vnd.ms-outlook' },
  ...{ odt: 'application/vnd.oasis.opendocument.text', ods: 'application/vnd.oasis.opendocument.spreadsheet' },
  ...{ eml: 'message/rfc822', ics: 'text/calendar' },
};

/** By its ending. A calendar file somebody attaches is no invitation: it names no method. */
export function mediaTypeOf(name: string): string {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return MEDIA_TYPES[ending] ?? 'application/octet-stream';
}

/** A name as it may stand in a header and on a disk: no path, no control characters, not longer than most systems take. */
export function safeFileName(name: string): string {
  const last =
    name
      .replace(/[\p{Cc}\p{Cf}"]/gu, '')
      .split(/[\\/]/)
      .at(-1) ?? '';
  const dot = last.lastIndexOf('.');
  const ending = dot > 0 ? last.slice(dot).slice(0, 12) : '';
  const stem = dot > 0 ? last.slice(0, dot) : last;
  return wellFormed(`${stem.slice(0, 100 - ending.length).trim() || 'file'}${ending}`);
}
