import { type Drawing, ellipse, slab, stroke, times, turned } from './frame.ts';

export const plate: Drawing = ({ light, mid, dark }) =>
  ellipse(200, 300, 128, 30, dark) +
  ellipse(200, 292, 128, 30, mid) +
  ellipse(200, 290, 96, 20, light) +
  stroke('M132 286 Q200 270 268 286 M140 296 Q200 284 260 296', mid, 1.5);

export const board: Drawing = ({ light, mid, dark }) =>
  `<g transform="rotate(-7 200 200)">${slab(126, 96, 150, 206, dark, 18)}${slab(120, 92, 150, 206, mid, 18)}${times(
    5,
    (n) => slab(124 + n * 29, 96, 25, 198, n % 2 ? light : mid, 10),
  )}<circle cx="195" cy="120" r="11" fill="#efe6d5"/></g>`;

export const chopsticks: Drawing = ({ light, mid, dark }) =>
  times(
    4,
    (n) =>
      stroke(`M${92 + n * 34} 300 L${190 + n * 34} 110`, n % 2 ? mid : dark, 8) +
      stroke(`M${88 + n * 34} 300 L${186 + n * 34} 110`, light, 2.5),
  ) + slab(80, 292, 210, 16, dark, 8);

export const saladBowl: Drawing = (tone) =>
  turned('bowl', tone, 'M82 196 Q96 306 160 310 L240 310 Q304 306 318 196 Z') +
  ellipse(200, 196, 118, 26, tone.dark) +
  ellipse(200, 199, 108, 20, tone.mid) +
  '<path d="M140 196 Q160 160 186 190 Q204 156 226 190 Q250 168 262 198 Z" fill="#86a765"/><circle cx="178" cy="192" r="9" fill="#cf6a4d"/><circle cx="236" cy="190" r="7" fill="#cf6a4d"/>';

export const ladles: Drawing = ({ light, mid, dark }) =>
  times(3, (n) => {
    const x = 136 + n * 64;
    return (
      stroke(`M${x} 96 L${x} 226`, mid, 13) +
      stroke(`M${x - 3} 100 L${x - 3} 220`, light, 3) +
      ellipse(x, 258, 30 - n * 3, 38 - n * 4, '#aeb3b5') +
      ellipse(x - 4, 254, 20 - n * 3, 26 - n * 4, '#d4d8d9') +
      stroke(`M${x} 224 L${x} 236`, dark, 8)
    );
  });

export const steamer: Drawing = (tone) =>
  times(2, (n) => {
    const y = 204 + n * 54;
    return `${turned(`steamer${n}`, tone, `M92 ${y} L92 ${y + 46} Q200 ${y + 68} 308 ${y + 46} L308 ${y} Z`)}${stroke(`M92 ${y + 10} Q200 ${y + 32} 308 ${y + 10} M92 ${y + 36} Q200 ${y + 58} 308 ${y + 36}`, tone.dark, 3)}`;
  }) +
  ellipse(200, 204, 108, 24, tone.light) +
  times(7, (n) =>
    stroke(`M${110 + n * 30} ${198} Q200 ${178 - n} ${290 - n * 30} ${198}`, tone.mid, 2),
  ) +
  stroke('M184 176 Q200 156 216 176', tone.dark, 6) +
  stroke('M150 128 q-12 -18 0 -34 M200 120 q-12 -18 0 -34 M250 128 q-12 -18 0 -34', '#fffdf8', 4);
