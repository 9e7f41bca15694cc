import { useEffect, useState } from 'react';
import { readSample, type Sample } from './sample.rules.ts';

const looked = 2_000_000;
const mostJson = 30_000_000;

/** The beginning of a chosen file, read in the browser; null when there is nothing to show of it. */
export function useSample(file: File | undefined, encoding: string): Sample | null | undefined {
  const [sample, setSample] = useState<Sample | null>();
  useEffect(() => {
    setSample(undefined);
    if (!file) return;
    let wanted = true;
    const json = /\.json$/i.test(file.name);
    const length = json && file.size <= mostJson ? file.size : looked;
    void file
      .slice(0, length)
      .arrayBuffer()
      .then((bytes) => {
        if (!wanted) return;
        const text = new TextDecoder(encoding).decode(bytes);
        setSample(readSample(file.name, text, length >= file.size) ?? null);
      });
    return () => {
      wanted = false;
    };
  }, [file, encoding]);
  return sample;
}
