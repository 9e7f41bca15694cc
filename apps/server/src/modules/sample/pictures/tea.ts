import { type Drawing, ellipse, slab, stroke, times, turned } from './frame.ts';

export const gaiwan: Drawing = (tone) =>
  ellipse(200, 304, 92, 17, tone.dark) +
  ellipse(200, 299, 92, 17, tone.light) +
  turned('body', tone, 'M124 204 Q132 290 176 298 L224 298 Q268 290 276 204 Z') +
  turned('lid', tone, 'M134 202 Q146 160 200 158 Q254 160 266 202 Q200 218 134 202 Z') +
  slab(184, 142, 32, 18, tone.mid, 6) +
  stroke('M150 240 q14 -18 30 -4 q10 -18 28 -2', '#7fa08f', 2.5);

export const teapot: Drawing = (tone) =>
  stroke('M276 214 Q344 204 326 262 Q316 288 274 280', tone.dark, 13) +
  turned('spout', tone, 'M132 250 Q94 236 72 196 L88 190 Q108 218 142 222 Z') +
  turned(
    'pot',
    tone,
    'M200 180 Q292 180 292 250 Q290 302 200 304 Q110 302 108 250 Q108 180 200 180 Z',
  ) +
  turned('cover', tone, 'M152 186 Q164 160 200 158 Q236 160 248 186 Q200 196 152 186 Z') +
  `<circle cx="200" cy="148" r="12" fill="${tone.mid}"/>` +
  stroke('M150 228 Q168 212 190 216', tone.light, 3);

export const cup: Drawing = (tone) =>
  turned('cup', tone, 'M122 204 Q130 296 178 302 L222 302 Q270 296 278 204 Z') +
  ellipse(200, 204, 78, 19, tone.light) +
  ellipse(200, 208, 66, 13, '#c9b867') +
  stroke('M180 152 q-12 -18 0 -36 M214 148 q-12 -18 0 -36', '#fffdf8', 4);

export const tray: Drawing = ({ light, mid, dark }) =>
  `<path d="M70 250 L330 250 L356 304 L44 304 Z" fill="${mid}"/><path d="M44 304 L356 304 L356 322 L44 322 Z" fill="${dark}"/>${times(
    9,
    (n) => stroke(`M${96 + n * 26} 256 L${82 + n * 29.5} 298`, light, 3),
  )}${ellipse(160, 262, 30, 9, '#f4f1ea')}${turned('one', { light: '#fdfcf9', mid: '#ebe6dc', dark: '#c6bdab' }, 'M130 230 Q134 262 150 266 L170 266 Q186 262 190 230 Z')}${turned('two', { light: '#d5e7dc', mid: '#a5c8b5', dark: '#6e9b86' }, 'M222 240 Q225 268 238 270 L256 270 Q269 268 272 240 Z')}`;

export const caddy: Drawing = (tone) =>
  turned(
    'jar',
    tone,
    'M126 166 Q108 186 112 240 Q116 300 148 304 L252 304 Q284 300 288 240 Q292 186 274 166 Z',
  ) +
  turned(
    'top',
    { light: '#dcdcd6', mid: '#b9bab4', dark: '#85867f' },
    'M132 132 L268 132 L274 168 Q200 182 126 168 Z',
  ) +
  ellipse(200, 132, 68, 13, '#e6e6e0') +
  slab(176, 206, 48, 62, '#f6efe0', 3) +
  stroke('M200 216 L200 258 M190 226 L210 226 M188 242 L212 242', '#8a5a3c', 3);

export const packet: Drawing = ({ light, mid, dark }) =>
  `<path d="M118 118 L282 118 L292 306 L108 306 Z" fill="${mid}"/><path d="M118 118 L282 118 L284 146 L116 146 Z" fill="${dark}"/>${slab(148, 170, 104, 104, '#f8f3e6', 4)}${stroke('M200 186 Q176 216 200 252 Q226 216 200 186 M200 196 L200 258', dark, 3)}${stroke('M150 292 L252 292', light, 3)}`;

export const teaCake: Drawing = ({ light, mid, dark }) =>
  ellipse(200, 226, 112, 108, dark) +
  ellipse(200, 220, 112, 108, '#efe6d2') +
  ellipse(200, 220, 62, 60, mid) +
  times(14, (n) => {
    const angle = (n / 14) * Math.PI * 2;
    const x = Math.round(200 + Math.cos(angle) * 36);
    const y = Math.round(220 + Math.sin(angle) * 34);
    return stroke(`M${x} ${y} q8 -10 16 2`, n % 3 ? light : dark, 4);
  }) +
  stroke('M120 160 Q200 120 280 160', '#b98f58', 2);
