import type { Speak } from './index.rules.ts';

let loaded: Promise<Speak> | null = null;

/** Pinyin of Chinese characters. The dictionary (some 30 MB) is loaded by the first product that is indexed. */
export async function speaker(): Promise<Speak> {
  loaded ??= import('pinyin-pro').then(
    ({ pinyin }) =>
      (run) =>
        pinyin(run, { toneType: 'none', type: 'array', v: true }),
  );
  return loaded;
}
