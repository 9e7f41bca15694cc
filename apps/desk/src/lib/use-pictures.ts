import { isProblem, type ProblemError } from '@guitai/sdk';
import { useRef, useState } from 'react';
import { uploadWithProgress } from './upload.ts';

/** Pictures the server takes; an SVG is none. */
export const pictureTypes = 'image/png,image/jpeg,image/webp,image/gif';

type Send = ReturnType<typeof uploadWithProgress>;

interface Ways<T> {
  /** Uploads one picture by this way of sending; the key makes a repetition harmless. */
  readonly take: (file: File, how: { name: string; fetch: Send }) => Promise<T>;
  readonly onTaken: (taken: T) => void;
}

/** Pictures on their way, one after the other; one that was interrupted waits to be tried again. */
export function usePictures<T>({ take, onTaken }: Ways<T>) {
  const [share, setShare] = useState<number | null>(null);
  const [failed, setFailed] = useState<{ problem: ProblemError; files: readonly File[] } | null>(
    null,
  );
  const latest = useRef(onTaken);
  latest.current = onTaken;
  const add = async (chosen: Iterable<File>) => {
    const files = [...chosen];
    setFailed(null);
    for (const [n, file] of files.entries()) {
      setShare(0);
      try {
        latest.current(await take(file, { name: file.name, fetch: uploadWithProgress(setShare) }));
      } catch (error) {
        if (!isProblem(error)) throw error;
        setFailed({ problem: error, files: files.slice(n) });
        break;
      } finally {
        setShare(null);
      }
    }
  };
  return {
    /** Uploaded share of the one on its way, 0 to 1; null when none is. */
    share,
    refusal: failed?.problem ?? null,
    /** Only what was interrupted is worth another try. */
    retry: failed?.problem.code === 'network.unreachable' ? () => add(failed.files) : undefined,
    forget: () => setFailed(null),
    add: (files: Iterable<File>) => void add(files),
  };
}
