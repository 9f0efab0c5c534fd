/** A ZIP archive of a few files held in memory (APPNOTE 6.3): deflated, names in UTF-8, without dates: the same files, the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib';

const VERSION = 20;
const UTF8 = 0x0800;
const DEFLATED = 8;
const FIRST_DAY = 0x0021; // 1 January 1980: the format has no "none"

export function zipOf(files: readonly { readonly name: string; readonly content: string }[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const bytes = Buffer.from(content, 'utf8');
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name, 'utf8');
    const facts = factsOf(bytes, packed, path.length);
    parts.push(Buffer.concat([u32(0x04034b50), u16(VERSION), facts, u16(0), path, packed]));
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(VERSION),
        u16(VERSION),
        facts,
        u16(0),
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(offset),
        path,
      ]),
    );
    offset += parts.at(-1)?.length ?? 0;
  }
  const list = Buffer.concat(directory);
  const [count, size] = [u16(files.length), u32(list.length)];
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), count, count, size, u32(offset), u16(0)]);
  return Buffer.concat([...parts, list, end]);
}

/** What the file and its line in the directory both say. */
function factsOf(bytes: Buffer, packed: Buffer, pathBytes: number): Buffer {
  const sizes = [u32(crc32(bytes)), u32(packed.length), u32(bytes.length), u16(pathBytes)];
  return Buffer.concat([u16(UTF8), u16(DEFLATED), u16(0), u16(FIRST_DAY), ...sizes]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
