import { type Drawing, ellipse, stroke, times, turned } from './frame.ts';

export const vase: Drawing = (tone) =>
  stroke('M200 116 Q214 66 262 44 M200 112 Q186 70 152 62', '#6b5a3c', 3.5) +
  '<circle cx="262" cy="44" r="8" fill="#e7b7b0"/><circle cx="240" cy="58" r="7" fill="#f0cdc6"/><circle cx="152" cy="62" r="8" fill="#e7b7b0"/><circle cx="176" cy="76" r="6" fill="#f0cdc6"/>' +
  turned(
    'vase',
    tone,
    'M178 116 L222 116 Q216 158 250 196 Q284 246 240 304 L160 304 Q116 246 150 196 Q184 158 178 116 Z',
  ) +
  ellipse(200, 116, 22, 6, tone.dark) +
  stroke('M150 214 Q164 196 172 186', tone.light, 4);

export const mug: Drawing = (tone) =>
  stroke('M270 206 Q322 200 318 244 Q312 282 262 276', tone.dark, 15) +
  turned('mug', tone, 'M120 172 L126 290 Q130 304 150 304 L250 304 Q270 304 274 290 L280 172 Z') +
  ellipse(200, 172, 80, 18, tone.light) +
  ellipse(200, 176, 68, 12, '#6b4a30') +
  `<path d="M124 258 Q200 276 276 258 L274 290 Q270 304 250 304 L150 304 Q130 304 126 290 Z" fill="#8a7457" opacity=".45"/>`;

export const dishSet: Drawing = (tone) =>
  times(3, (n) => ellipse(200, 304 - n * 12, 124 - n * 4, 24, n % 2 ? tone.light : '#e4e8ef')) +
  ellipse(200, 280, 96, 15, '#fbfcfe') +
  times(2, (n) => {
    const y = 196 + n * 34;
    return `${turned(`dish${n}`, { light: '#fdfdfe', mid: '#eceff4', dark: '#c4ccd8' }, `M${122 + n * 4} ${y} Q${132 + n * 4} ${y + 56} 172 ${y + 58} L228 ${y + 58} Q${268 - n * 4} ${y + 56} ${278 - n * 4} ${y} Z`)}${stroke(`M${134 + n * 4} ${y + 22} q16 -14 32 0 t32 0 t32 0 t30 0`, tone.dark, 3)}`;
  }) +
  ellipse(200, 196, 78, 15, '#f7f9fc') +
  stroke('M130 196 Q200 214 270 196', tone.mid, 2.5);

export const sauceDishes: Drawing = (tone) =>
  [
    [140, 238],
    [264, 232],
    [130, 296],
    [258, 296],
  ]
    .map(
      ([x = 0, y = 0]) =>
        ellipse(x, y + 7, 56, 18, tone.dark) +
        ellipse(x, y, 56, 18, tone.light) +
        ellipse(x, y + 1, 42, 12, tone.mid) +
        stroke(`M${x - 26} ${y} l14 4 l8 -8 l14 8 l10 -6 m-30 6 l6 6`, tone.dark, 1),
    )
    .join('');

export const stewPot: Drawing = (tone) =>
  stroke('M104 226 Q70 222 76 246 M296 226 Q330 222 324 246', tone.dark, 13) +
  turned('stew', tone, 'M98 208 Q98 302 150 306 L250 306 Q302 302 302 208 Z') +
  turned(
    'hat',
    { light: tone.light, mid: '#e4d6bd', dark: tone.mid },
    'M94 210 Q112 158 200 154 Q288 158 306 210 Q200 230 94 210 Z',
  ) +
  turned('knob', tone, 'M182 156 L186 138 Q200 130 214 138 L218 156 Z') +
  stroke('M152 122 q-10 -16 0 -32 M248 122 q-10 -16 0 -32', '#fffdf8', 4);

export const planter: Drawing = (tone) =>
  times(7, (n) => {
    const angle = -90 + (n - 3) * 26;
    return `<ellipse cx="200" cy="152" rx="19" ry="52" fill="${n % 2 ? '#8fb08a' : '#a9c6a2'}" transform="rotate(${angle + 90} 200 200)"/>`;
  }) +
  ellipse(200, 178, 26, 22, '#c3d8b8') +
  turned(
    'planter',
    tone,
    'M126 198 L142 292 Q144 304 160 304 L240 304 Q256 304 258 292 L274 198 Z',
  ) +
  ellipse(200, 198, 74, 13, tone.dark);
