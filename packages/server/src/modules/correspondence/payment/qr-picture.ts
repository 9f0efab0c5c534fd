/** A QR code as a PNG of one bit a pixel: mail programs show that, and no SVG. */
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

const PIXELS_A_MODULE = 4;
const BORDER_MODULES = 4;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** EPC069-12 asks for error correction M. */
export function qrPicture(text: string): Uint8Array {
  const { data } = encode(text, { ecc: 'M', border: BORDER_MODULES });
  const width = data.length * PIXELS_A_MODULE;
  const rows = data.flatMap((modules) => {
    const row = rowOf(modules, width);
    return Array.from({ length: PIXELS_A_MODULE }, () => row);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header.set([1, 0, 0, 0, 0], 8); // one bit of grey
  const body = deflateSync(Buffer.concat(rows));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]);
}

/** A filter byte, then the pixels: white is 1. */
function rowOf(modules: readonly boolean[], width: number): Buffer {
  const row = Buffer.alloc(1 + Math.ceil(width / 8), 0xff);
  row[0] = 0;
  for (let x = 0; x < width; x += 1) {
    const isDark = modules[Math.floor(x / PIXELS_A_MODULE)] === true;
    const at = 1 + (x >> 3);
    if (isDark) row[at] = (row[at] ?? 0) & ~(0x80 >> (x & 7));
  }
  return row;
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}
