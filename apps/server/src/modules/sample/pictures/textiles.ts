import { type Drawing, ellipse, slab, stroke, times, turned } from './frame.ts';

export const towel: Drawing = ({ light, mid, dark }) =>
  times(4, (n) => slab(98 - n * 2, 262 - n * 34, 204 + n * 4, 40, n % 2 ? mid : light, 18)) +
  times(4, (n) => stroke(`M108 ${282 - n * 34} L292 ${282 - n * 34}`, dark, 1.2)) +
  stroke('M106 176 Q200 168 294 176', dark, 3);

export const mat: Drawing = ({ light, mid, dark }) =>
  `<path d="M96 150 L304 150 L352 310 L48 310 Z" fill="${mid}"/>${times(10, (n) =>
    stroke(
      `M${96 - n * 4.8} ${152 + n * 16} L${304 + n * 4.8} ${152 + n * 16}`,
      n % 2 ? light : dark,
      3,
    ),
  )}${times(7, (n) => stroke(`M${122 + n * 26} 150 L${86 + n * 38} 310`, dark, 1.2))}${stroke('M96 150 L304 150 L352 310 L48 310 Z', dark, 5)}${ellipse(118, 160, 34, 15, light)}`;

export const cushion: Drawing = (tone) =>
  turned(
    'cushion',
    tone,
    'M84 244 Q84 206 200 204 Q316 206 316 244 L316 272 Q316 306 200 308 Q84 306 84 272 Z',
  ) +
  ellipse(200, 240, 116, 36, tone.mid) +
  ellipse(200, 237, 110, 32, tone.light) +
  times(10, (n) => {
    const angle = (n / 10) * Math.PI * 2;
    return stroke(
      `M200 237 L${Math.round(200 + Math.cos(angle) * 106)} ${Math.round(237 + Math.sin(angle) * 30)}`,
      tone.mid,
      1.6,
    );
  }) +
  ellipse(200, 237, 8, 4, tone.dark);

export const runner: Drawing = ({ light, mid, dark }) =>
  `<path d="M150 112 L250 112 L300 308 L100 308 Z" fill="${light}"/><path d="M138 160 L262 160 L266 176 L134 176 Z M114 262 L286 262 L290 278 L110 278 Z" fill="${mid}"/>${times(
    12,
    (n) => stroke(`M${104 + n * 17.6} 308 l0 12`, dark, 2),
  )}${turned('leafcup', { light: '#d5e7dc', mid: '#a5c8b5', dark: '#6e9b86' }, 'M176 196 Q180 236 192 238 L212 238 Q224 236 228 196 Z')}${ellipse(202, 196, 26, 7, '#e7f1ea')}`;

export const incense: Drawing = ({ light, mid, dark }) =>
  turned(
    'holder',
    { light: '#6b7176', mid: '#474d52', dark: '#2a2e31' },
    'M128 284 Q200 316 272 284 L266 304 Q200 322 134 304 Z',
  ) +
  times(
    3,
    (n) =>
      stroke(`M${186 + n * 14} 288 L${176 + n * 24} 140`, n % 2 ? dark : mid, 4) +
      ellipse(176 + n * 24, 138, 3.5, 5, '#d0583a'),
  ) +
  stroke('M178 126 q-22 -24 0 -48 q18 -20 -2 -42 M224 128 q20 -22 2 -44', light, 4);

export const lamp: Drawing = (tone) =>
  '<radialGradient id="glow"><stop offset="0" stop-color="#fff1c4" stop-opacity=".95"/><stop offset="1" stop-color="#fff1c4" stop-opacity="0"/></radialGradient><circle cx="200" cy="204" r="150" fill="url(#glow)"/>' +
  turned(
    'shade1',
    { light: '#fff3cf', mid: tone.light, dark: tone.mid },
    'M136 284 Q94 210 150 130 L250 130 Q306 210 264 284 Z',
  ) +
  times(6, (n) =>
    stroke(`M${150 + n * 20} 130 Q${104 + n * 38} 210 ${138 + n * 25} 284`, tone.dark, 2.2),
  ) +
  times(5, (n) =>
    stroke(
      `M${130 - Math.abs(2 - n) * 4 + 4} ${154 + n * 27} Q200 ${166 + n * 27} ${270 + Math.abs(2 - n) * 4 - 4} ${154 + n * 27}`,
      tone.mid,
      2,
    ),
  ) +
  slab(142, 282, 116, 22, tone.dark, 6) +
  slab(152, 122, 96, 12, tone.dark, 5);
