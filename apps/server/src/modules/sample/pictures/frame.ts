import type { Tone } from './palette.ts';

/** Draws a thing in its tone on a field of 400 by 400 whose table stands at y = 300. */
export type Drawing = (tone: Tone) => string;

const shadow = (rx: number, y: number) =>
  `<ellipse cx="200" cy="${y}" rx="${rx}" ry="${Math.round(rx / 8)}" fill="url(#shade)"/>`;

/** The still life every picture shares: paper wall, table, soft light from the left. */
export const framed = (drawing: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480" viewBox="0 0 400 400">
<defs>
<linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#f8f3e9"/><stop offset="1" stop-color="#e9e0cf"/></linearGradient>
<linearGradient id="table" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ded2bb"/><stop offset="1" stop-color="#d2c4a9"/></linearGradient>
<radialGradient id="shade"><stop offset="0" stop-color="#4a3c24" stop-opacity=".34"/><stop offset="1" stop-color="#4a3c24" stop-opacity="0"/></radialGradient>
</defs>
<rect width="400" height="400" fill="url(#wall)"/><rect y="278" width="400" height="122" fill="url(#table)"/>
${shadow(150, 318)}${drawing}</svg>`;

/** A vertical body of turned or thrown work: a closed path mirrored at x = 200, lit from the left. */
export const turned = (id: string, tone: Tone, path: string): string =>
  `<linearGradient id="${id}" x1="0" x2="1"><stop offset="0" stop-color="${tone.mid}"/><stop offset=".32" stop-color="${tone.light}"/><stop offset="1" stop-color="${tone.dark}"/></linearGradient><path d="${path}" fill="url(#${id})"/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;

/** A rectangle with round corners. */
export const slab = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  radius = 6,
): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

export const stroke = (path: string, colour: string, width: number): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** `count` pieces, each drawn at its number. */
export const times = (count: number, draw: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => draw(n)).join('');
