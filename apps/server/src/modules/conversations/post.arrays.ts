/**
 * PostgreSQL arrays in binary form (one dimension), so that a batch of messages costs neither side any parsing of text.
 * Layout: dimensions, null flag, element oid, length, lower bound, then per element its size (-1 for null) and bytes.
 */
const headSize = 20;
/** Milliseconds between 1970 and PostgreSQL's epoch, 2000-01-01. */
const epoch2000 = 946_684_800_000;

function open(size: number, oid: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(size);
  buffer.writeInt32BE(length === 0 ? 0 : 1, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(oid, 8);
  if (length === 0) return buffer.subarray(0, 12);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
}

const nibbles = new Uint8Array(128);
for (let n = 0; n < 10; n += 1) nibbles[48 + n] = n;
for (let n = 0; n < 6; n += 1) nibbles[97 + n] = 10 + n;

function writeUuid(buffer: Buffer, offset: number, uuid: string): void {
  let at = 0;
  for (let byte = 0; byte < 16; byte += 1) {
    if (uuid.charCodeAt(at) === 45) at += 1;
    const high = nibbles[uuid.charCodeAt(at)] as number;
    buffer[offset + byte] = (high << 4) | (nibbles[uuid.charCodeAt(at + 1)] as number);
    at += 2;
  }
}

export function uuids(values: readonly (string | null)[]): Buffer {
  const buffer = open(headSize + values.length * 20, 2950, values.length);
  let at = headSize;
  for (const value of values) {
    buffer.writeInt32BE(value === null ? -1 : 16, at);
    at += 4;
    if (value === null) continue;
    writeUuid(buffer, at, value);
    at += 16;
  }
  return values.length === 0 ? buffer : buffer.subarray(0, at);
}

export function ints(values: readonly number[]): Buffer {
  const buffer = open(headSize + values.length * 8, 23, values.length);
  let at = headSize;
  for (const value of values) {
    buffer.writeInt32BE(4, at);
    buffer.writeInt32BE(value, at + 4);
    at += 8;
  }
  return buffer;
}

export function texts(values: readonly (string | null)[]): Buffer {
  let size = headSize;
  for (const value of values) size += 4 + (value === null ? 0 : value.length * 3);
  const buffer = open(size, 25, values.length);
  let at = headSize;
  for (const value of values) {
    const length = value === null ? -1 : buffer.write(value, at + 4);
    buffer.writeInt32BE(length, at);
    at += 4 + Math.max(length, 0);
  }
  return values.length === 0 ? buffer : buffer.subarray(0, at);
}

/** Instants given as ISO 8601 text; millisecond precision. Neighbours are mostly alike: each is read once. */
export function instants(values: readonly (string | null)[]): Buffer {
  const buffer = open(headSize + values.length * 12, 1184, values.length);
  let at = headSize;
  let last: string | null = null;
  let micros = 0n;
  for (const value of values) {
    buffer.writeInt32BE(value === null ? -1 : 8, at);
    at += 4;
    if (value === null) continue;
    if (value !== last) micros = BigInt(Date.parse(value) - epoch2000) * 1000n;
    last = value;
    buffer.writeBigInt64BE(micros, at);
    at += 8;
  }
  return values.length === 0 ? buffer : buffer.subarray(0, at);
}
