/** What a file is by its first bytes, whatever its name says; files that are none of ours get a remedy by name. */
import { FileRefused } from './file-refused.ts';

export type FileForm = 'zip' | 'text';

/** Enough to know every form by. */
export const FORM_HEAD_BYTES = 4_096;

const starts = (...bytes: readonly number[]) => bytes;
const ZIP = [starts(0x50, 0x4b, 0x03, 0x04), starts(0x50, 0x4b, 0x05, 0x06)];

interface ForeignForm {
  readonly bytes: readonly number[];
  readonly message: string;
}

const PDF = starts(0x25, 0x50, 0x44, 0x46);
const PICTURES = [starts(0x89, 0x50, 0x4e, 0x47), starts(0xff, 0xd8, 0xff)];
const PICTURE = 'This is a picture. Ask for the same data as CSV, XLSX, JSON or UBL.';

const FOREIGN: readonly ForeignForm[] = [
  {
    bytes: starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    message:
      'This is a workbook in the old .xls form, or one that is protected by a password. Save it as .xlsx without a password.',
  },
  { bytes: PDF, message: 'This is a PDF. Ask for the same data as CSV, XLSX, JSON or UBL.' },
  { bytes: starts(0x1f, 0x8b), message: 'The file is packed with gzip. Unpack it and upload what is inside.' },
  {
    bytes: starts(0x37, 0x7a, 0xbc, 0xaf),
    message: 'The file is packed with 7-Zip. Unpack it and upload what is inside.',
  },
  { bytes: starts(0x52, 0x61, 0x72, 0x21), message: 'The file is a RAR archive. Unpack it and upload what is inside.' },
  {
    bytes: starts(0x28, 0xb5, 0x2f, 0xfd),
    message: 'The file is packed with Zstandard. Unpack it and upload what is inside.',
  },
  { bytes: starts(0x50, 0x41, 0x52, 0x31), message: 'This is a Parquet file. Export the table as CSV or XLSX.' },
  {
    bytes: starts(0x53, 0x51, 0x4c, 0x69, 0x74, 0x65),
    message: 'This is a database file. Export the table as CSV or XLSX.',
  },
  ...PICTURES.map((bytes) => ({ bytes, message: PICTURE })),
  { bytes: starts(0x4d, 0x5a), message: 'This is a program, not data. Check that the right file was chosen.' },
  {
    bytes: starts(0x7f, 0x45, 0x4c, 0x46),
    message: 'This is a program, not data. Check that the right file was chosen.',
  },
];

/** PDF, PNG and JPEG: paper, on which only advices come. */
export function paperFormOf(head: Uint8Array): 'pdf' | 'picture' | null {
  if (startsWith(head, PDF)) return 'pdf';
  return PICTURES.some((bytes) => startsWith(head, bytes)) ? 'picture' : null;
}

/** Throws `FileRefused` with the remedy for files that are neither text nor a zip. */
export function fileFormOf(head: Uint8Array): FileForm {
  if (ZIP.some((bytes) => startsWith(head, bytes))) {
    if (isLocked(head)) throw new FileRefused('wrong_file_type', LOCKED_ZIP);
    return 'zip';
  }
  if (isOfMainframe(head)) throw new FileRefused('wrong_file_type', MAINFRAME);
  if (isWebPage(head)) throw new FileRefused('wrong_file_type', WEB_PAGE);
  const foreign = FOREIGN.find(({ bytes }) => startsWith(head, bytes));
  if (foreign !== undefined) throw new FileRefused('wrong_file_type', foreign.message);
  if (isBinary(head)) {
    throw new FileRefused(
      'wrong_file_type',
      'The file is neither text nor a workbook: it holds bytes that no table has. Check that the right file was chosen, or export it again as CSV or XLSX.',
    );
  }
  return 'text';
}

const LOCKED_ZIP =
  'The file is packed with a password. Unpack it, or take the password off in the spreadsheet program, and upload what is inside.';
const MAINFRAME =
  'The file is in the letters of a mainframe (EBCDIC). Ask the sender for text in UTF-8 or ASCII: a transfer in text mode converts it.';
const WEB_PAGE =
  'This is a web page with a table in it, whatever its name says (often .xls). Open it in a spreadsheet program, save it as .xlsx or CSV, and upload that.';

/** The first part of the zip says that it is encrypted. */
function isLocked(head: Uint8Array): boolean {
  const flags = head[6] ?? 0;
  return head[2] === 0x03 && (flags & 1) === 1;
}

const MAINFRAME_BYTES_MIN = 40;

/** EBCDIC has its letters, digits and blank (0x40) where other texts have accents; no ASCII blank and no line feed stands in it. */
function isOfMainframe(head: Uint8Array): boolean {
  if (head.length < MAINFRAME_BYTES_MIN || head.includes(0x20) || head.includes(0x0a)) return false;
  let telling = 0;
  for (const byte of head) if (byte === 0x40 || byte === 0x15 || byte === 0x25 || isMainframeLetter(byte)) telling += 1;
  return telling > head.length * MAINFRAME_SHARE;
}

const MAINFRAME_SHARE = 0.8;

function isMainframeLetter(byte: number): boolean {
  const [row, column] = [byte >> 4, byte & 0x0f];
  return row >= 0x8 && row !== 0xb && column <= 9 && (row === 0xf || column >= 1);
}

/** Browsers and banks' web sites save tables as pages, and name them .xls so that Excel opens them. */
function isWebPage(head: Uint8Array): boolean {
  const text = Buffer.from(head.subarray(0, PAGE_HEAD_BYTES)).toString('latin1').replaceAll('\0', '').toLowerCase();
  return /^[\s\u00ef\u00bb\u00bf\u00ff\u00fe]*(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body|table|meta|style)\b/s.test(
    text,
  );
}

const PAGE_HEAD_BYTES = 1_024;

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

/** Control characters that no text has: one is a slip of an old system, one in thirty is no text. UTF-16 has its zeros. */
function isBinary(head: Uint8Array): boolean {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || isUtf16(head)) return false;
  let strange = 0;
  for (const byte of head)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) strange += 1;
  return strange > 0 && strange * STRANGE_SHARE > head.length;
}

const STRANGE_SHARE = 30;

/** Without a mark, UTF-16 of Western text has a zero in every second byte. */
function isUtf16(head: Uint8Array): boolean {
  const zerosAt = [0, 0];
  for (let index = 0; index < head.length; index += 1)
    if (head[index] === 0) zerosAt[index % 2] = (zerosAt[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zerosAt;
  const half = head.length / 2;
  return (odd > half * 0.6 && even < half * 0.1) || (even > half * 0.6 && odd < half * 0.1);
}
