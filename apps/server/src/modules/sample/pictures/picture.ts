import * as ceramics from './ceramics.ts';
import { type Drawing, framed } from './frame.ts';
import * as kitchen from './kitchen.ts';
import { type ToneName, tones } from './palette.ts';
import * as storage from './storage.ts';
import * as tea from './tea.ts';
import * as textiles from './textiles.ts';

const drawings = { ...kitchen, ...tea, ...ceramics, ...storage, ...textiles };

export type Thing = keyof typeof drawings;

const slug = (thing: string): string => thing.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`);

const bySlug = new Map<string, Drawing>(
  Object.entries(drawings).map(([thing, drawing]) => [slug(thing), drawing]),
);

/** Name of the picture of a thing in a tone, e.g. `tea-cake-leaf.png`. */
export const pictureName = (thing: Thing, tone: ToneName): string => `${slug(thing)}-${tone}.png`;

/** The drawing behind a picture's name as SVG; null for a name nobody drew. */
export function drawingOf(name: string): string | null {
  const [, thing = '', tone = ''] = /^(.+)-([a-z]+)\.png$/.exec(name) ?? [];
  const drawing = bySlug.get(thing);
  return drawing && tone in tones ? framed(drawing(tones[tone as ToneName])) : null;
}

/** The library is loaded with the first picture: it is large, and most starts draw none. */
async function paint(svg: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer();
}

/** Draws pictures as PNG, each once. */
export function createPictures(): (name: string) => Promise<Buffer | null> {
  const drawn = new Map<string, Promise<Buffer>>();
  return async (name) => {
    const known = drawn.get(name);
    if (known) return known;
    const svg = drawingOf(name);
    if (svg === null) return null;
    const png = paint(svg);
    drawn.set(name, png);
    return png;
  };
}
