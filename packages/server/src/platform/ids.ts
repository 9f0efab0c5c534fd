import { randomFillSync } from 'node:crypto';

const pool = new Uint8Array(16 * 512);
let used = pool.length;
let lastMs = 0;
let sequence = 0;

/**
 * A UUID of version 7: 48 bits of milliseconds, a 12-bit counter within the millisecond, 62 random bits. Ids made by one
 * process sort in the order they were made, so that rows of one import lie together in the index.
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    sequence = 0;
  } else if (++sequence > 0xfff) {
    lastMs += 1; // more than 4,096 in a millisecond: borrow from the next one
    sequence = 0;
  }
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = Buffer.from(pool.buffer, pool.byteOffset + used, 16).toString('hex');
  used += 16;
  const time = lastMs.toString(16).padStart(12, '0');
  const variant = '89ab'.charAt(Number.parseInt(random.charAt(0), 16) & 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${variant}${random.slice(1, 4)}-${random.slice(4, 16)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return UUID.test(text);
}
