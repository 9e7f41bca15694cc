import { type Drawing, ellipse, slab, stroke, times, turned } from './frame.ts';

export const basket: Drawing = (tone) =>
  stroke('M122 196 Q200 60 278 196', tone.dark, 10) +
  stroke('M122 196 Q200 66 278 196', tone.light, 3) +
  turned('basket', tone, 'M98 196 L122 296 Q126 306 140 306 L260 306 Q274 306 278 296 L302 196 Z') +
  times(5, (n) =>
    stroke(
      `M${104 + n * 5} ${216 + n * 20} Q200 ${228 + n * 20} ${296 - n * 5} ${216 + n * 20}`,
      tone.dark,
      2.5,
    ),
  ) +
  times(9, (n) => stroke(`M${114 + n * 21.5} 200 L${130 + n * 17.5} 302`, tone.light, 2.5)) +
  ellipse(200, 196, 102, 15, tone.dark) +
  ellipse(200, 198, 92, 10, tone.mid);

export const drawers: Drawing = ({ light, mid, dark }) =>
  slab(96, 130, 214, 176, dark, 10) +
  slab(90, 126, 214, 176, mid, 10) +
  times(
    3,
    (n) => slab(102, 138 + n * 53, 190, 46, light, 6) + ellipse(197, 161 + n * 53, 11, 6, dark),
  );

export const rack: Drawing = ({ light, mid, dark }) =>
  stroke('M118 84 L110 306 M282 84 L290 306', dark, 11) +
  times(
    3,
    (n) => slab(98, 124 + n * 66, 204, 14, mid, 5) + slab(98, 124 + n * 66, 204, 5, light, 3),
  ) +
  slab(130, 92, 30, 32, '#a5c8b5', 5) +
  slab(172, 80, 20, 44, '#fdfcf9', 6) +
  slab(136, 164, 92, 26, '#dbe7cf', 8) +
  slab(150, 226, 66, 30, '#cbd0d3', 6);

export const hangers: Drawing = ({ light, mid, dark }) =>
  stroke('M50 108 L350 108', '#8d8472', 7) +
  times(3, (n) => {
    const x = 128 + n * 72;
    return (
      stroke(`M${x} 108 q16 -2 14 16 q-4 12 -14 16 L${x} 152`, '#9b9b97', 4) +
      stroke(`M${x - 58} 232 L${x} 156 L${x + 58} 232 Z`, n % 2 ? dark : mid, 12) +
      stroke(`M${x - 54} 228 L${x} 158`, light, 3)
    );
  });

export const bench: Drawing = ({ light, mid, dark }) =>
  stroke('M112 210 L104 306 M288 210 L296 306', dark, 15) +
  slab(104, 268, 192, 10, mid, 4) +
  slab(80, 186, 240, 28, dark, 9) +
  slab(80, 182, 240, 24, mid, 9) +
  times(6, (n) => slab(86 + n * 39, 184, 34, 9, light, 4)) +
  slab(136, 240, 52, 28, '#4f6f78', 9) +
  slab(204, 240, 52, 28, '#4f6f78', 9);
