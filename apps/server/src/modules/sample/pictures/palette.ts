/** Colours of one material: where light falls, the body, the shade. */
export interface Tone {
  readonly light: string;
  readonly mid: string;
  readonly dark: string;
}

/** The materials of the sample shop. */
export const tones = {
  bamboo: { light: '#ead2a2', mid: '#d0a868', dark: '#9c7436' },
  charred: { light: '#c39a68', mid: '#9d7142', dark: '#6d4a26' },
  celadon: { light: '#d5e7dc', mid: '#a5c8b5', dark: '#6e9b86' },
  porcelain: { light: '#fdfcf9', mid: '#ebe6dc', dark: '#c6bdab' },
  sky: { light: '#dcecef', mid: '#b0d1d9', dark: '#74a5b2' },
  clay: { light: '#cf9a7b', mid: '#a86f50', dark: '#774730' },
  sand: { light: '#eee3cf', mid: '#d8c6a4', dark: '#ab966d' },
  ink: { light: '#6b7176', mid: '#474d52', dark: '#2a2e31' },
  blue: { light: '#f4f6fa', mid: '#7c9cc6', dark: '#2f5489' },
  indigo: { light: '#8093b4', mid: '#506690', dark: '#2f4166' },
  mist: { light: '#e8eaeb', mid: '#cbd0d3', dark: '#9aa2a7' },
  bean: { light: '#dbe7cf', mid: '#b4cb9f', dark: '#829f6c' },
  linen: { light: '#f3ebdb', mid: '#dfd2b9', dark: '#b8a582' },
  leaf: { light: '#a9c48a', mid: '#7c9f5d', dark: '#54753c' },
} as const satisfies Record<string, Tone>;

export type ToneName = keyof typeof tones;
