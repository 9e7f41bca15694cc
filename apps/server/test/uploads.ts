import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Bytes of the kinds the list of hostile uploads names. */

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (bytes: Buffer) =>
  (bytes.reduce((c, byte) => (crcTable[(c ^ byte) & 255] as number) ^ (c >>> 8), 0xffffffff) ^
    0xffffffff) >>>
  0;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

/** A PNG that claims to be 65,535 pixels in both directions and is about a kilobyte. */
export function vastPng(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(65_535, 0);
  head.writeUInt32BE(65_535, 4);
  head[8] = 1;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(8_192 * 64))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A GIF of one pixel with so many frames. */
export function longGif(frames: number): Buffer {
  const head = Buffer.from('474946383961010001008000000000000000ff0000', 'hex');
  const frame = Buffer.from('21f90400000000002c0000000001000100000202440100', 'hex');
  return Buffer.concat([
    head.subarray(0, 19),
    ...Array.from({ length: frames }, () => frame),
    Buffer.from([0x3b]),
  ]);
}

export const picture = (
  format: 'png' | 'jpeg' | 'gif' | 'webp' = 'png',
  side = 64,
): Promise<Buffer> =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#0f766e' } })
    [format]()
    .toBuffer();

/** A JPEG with a place in its EXIF and a script in its comment. */
export async function telltaleJpeg(): Promise<Buffer> {
  const jpeg = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#333' } })
    .jpeg()
    .withExif({
      IFD0: { Copyright: 'EXIF-MARK', ImageDescription: '<script>alert(1)</script>' },
      IFD3: { GPSLatitude: '31/1 14/1 0/1', GPSLongitude: '121/1 28/1 0/1' },
    })
    .toBuffer();
  const comment = Buffer.from('<script>alert(1)</script>');
  const marker = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), marker, comment, jpeg.subarray(2)]);
}

const script = '<script>alert(document.domain)</script>';
const zip = (name: string, content = 'x'): Buffer => {
  const file = Buffer.from(name);
  const body = Buffer.from(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(crc(body), 14);
  local.writeUInt32LE(body.length, 18);
  local.writeUInt32LE(body.length, 22);
  local.writeUInt16LE(file.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt32LE(crc(body), 16);
  central.writeUInt32LE(body.length, 20);
  central.writeUInt32LE(body.length, 24);
  central.writeUInt16LE(file.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + file.length, 12);
  end.writeUInt32LE(30 + file.length + body.length, 16);
  return Buffer.concat([local, file, body, central, file, end]);
};

export interface UploadCase {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** What a line of the list of hostile uploads sends. */
export async function uploadOf(line: string): Promise<UploadCase> {
  const name = line.replace(/ \(.*\)$/, '');
  const text = (bytes: string, type = 'text/plain'): UploadCase => ({
    name,
    type,
    bytes: Buffer.from(bytes),
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`;
  if (line.includes('zip-slip'))
    return { name: 'a.zip', type: 'application/zip', bytes: zip('../../x') };
  if (line.includes('bomb'))
    return { name: 'a.zip', type: 'application/zip', bytes: zip('bomb', '0'.repeat(40_000)) };
  if (line.includes('65535')) return { name, type: 'image/png', bytes: vastPng() };
  if (line.includes('10 000 frames')) return { name, type: 'image/gif', bytes: longGif(10_000) };
  if (line.includes('png (html polyglot)'))
    return {
      name,
      type: 'image/png',
      bytes: Buffer.concat([await picture('png'), Buffer.from(script)]),
    };
  if (line.includes('GIF89a js'))
    return { name, type: 'image/gif', bytes: Buffer.from('GIF89a=1;alert(document.domain)//') };
  if (line.includes('/JavaScript'))
    return text(
      '%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF',
      'application/pdf',
    );
  if (line.includes('EXIF GPS')) return { name, type: 'image/jpeg', bytes: await telltaleJpeg() };
  if (line.includes('utf-16'))
    return {
      name,
      type: 'text/plain',
      bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(script, 'utf16le')]),
    };
  if (line.includes('docx') || line.includes('xlsx'))
    return {
      name,
      type: 'application/octet-stream',
      bytes: zip(
        '[Content_Types].xml',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x/>',
      ),
    };
  if (line.startsWith('empty'))
    return { name: 'empty.txt', type: 'text/plain', bytes: Buffer.alloc(0) };
  if (line.startsWith('content-type'))
    return { name: 'a.png', type: 'image/png', bytes: Buffer.from(`<html>${script}</html>`) };
  if (/\.svgz?$/.test(name)) return text(svg, 'image/svg+xml');
  if (/\.(html?|xhtml|shtml|eml)$/i.test(name))
    return text(`<!doctype html>${script}`, 'text/html');
  if (name.endsWith('.xml')) return text(`<?xml version="1.0"?><x>${script}</x>`, 'text/xml');
  if (name.endsWith('.pdf')) return text('%PDF-1.4\n%%EOF', 'application/pdf');
  if (/\.(js|mjs)$/.test(name)) return text('alert(document.domain)', 'text/javascript');
  if (/php/i.test(name)) return text('<?php system($_GET[0]); ?>');
  if (name.endsWith('.wasm'))
    return { name, type: 'application/wasm', bytes: Buffer.from('0061736d01000000', 'hex') };
  if (name.endsWith('.swf'))
    return { name, type: 'application/x-shockwave-flash', bytes: Buffer.from('FWS\x06abcdef') };
  if (/\.(png|jpg|jpeg)$/.test(name))
    return { name, type: 'image/png', bytes: await picture('png') };
  if (/exe/i.test(name.normalize('NFKC')))
    return { name, type: 'application/octet-stream', bytes: Buffer.from('MZ\x90\x00program') };
  if (name.endsWith('.csv')) return text('=cmd|calc', 'text/csv');
  return text('plain words');
}

/** A form with one file, as a browser sends it. */
export function formOf(
  { name, type, bytes }: UploadCase,
  field = 'file',
): { payload: Buffer; headers: Record<string, string> } {
  const boundary = '----guitai-test-boundary';
  const safe = name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${safe}"\r\nContent-Type: ${type}\r\n\r\n`;
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
