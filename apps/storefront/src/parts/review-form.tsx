import type { reviews } from '@guitai/contract';
import { useState } from 'preact/hooks';
import { call, upload } from '../api.ts';
import { identity } from '../session.ts';
import type { OwnLine } from '../types.ts';
import { fill, w } from '../words.ts';
import { Notice } from './notice.tsx';
import { StarChoice } from './stars.tsx';

interface Props {
  orderId: string;
  line: OwnLine;
  picturesMax: number;
  onDone: () => void;
}

interface Shot {
  id: string;
  /** What the own page shows: the picture itself until it stands in the review. */
  url: string;
}

/** Stars, words and pictures about one thing that arrived; the same form amends what was said. */
export const ReviewForm = ({ orderId, line, picturesMax, onDone }: Props) => {
  const before = line.review;
  const [rating, setRating] = useState(before?.rating ?? 5);
  const [words, setWords] = useState(before?.words ?? '');
  const [anonymous, setAnonymous] = useState(before?.anonymous ?? false);
  const [shots, setShots] = useState<readonly Shot[]>(before?.pictures ?? []);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const work = async (task: () => Promise<unknown>) => {
    setBusy(true);
    setFault('');
    try {
      await task();
    } catch (error) {
      setFault((error as Error).message);
    }
    setBusy(false);
  };
  const add = (files: FileList | null) =>
    work(async () => {
      const taken: Shot[] = [...shots];
      for (const file of [...(files ?? [])].slice(0, picturesMax - shots.length)) {
        const { id } = await upload<typeof reviews.uploadReviewPicture>(
          '/review-pictures',
          file,
          await identity(),
        );
        taken.push({ id, url: URL.createObjectURL(file) });
        setShots([...taken]);
      }
    });
  const send = (event: Event) => {
    event.preventDefault();
    const said = { rating, words, anonymous, pictureIds: shots.map(({ id }) => id) };
    return work(async () => {
      const pass = { identity: await identity(), key: crypto.randomUUID() };
      if (before)
        await call<typeof reviews.amendReview>('PUT', `/reviews/${before.id}`, {
          ...pass,
          body: said,
        });
      else
        await call<typeof reviews.postReview>('POST', `/orders/${orderId}/reviews`, {
          ...pass,
          body: { ...said, lineNo: line.lineNo },
        });
      onDone();
    });
  };
  return (
    <form class="panel" onSubmit={send}>
      <StarChoice rating={rating} name={`stars-${line.lineNo}`} onChange={setRating} />
      <label>
        {w().yourWords}
        <textarea
          rows={3}
          maxLength={2000}
          placeholder={w().yourWordsHint}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </label>
      <p class="shots">
        {shots.map(({ id, url }) => (
          <button
            key={id}
            type="button"
            aria-label={w().dropPicture}
            title={w().dropPicture}
            onClick={() => setShots(shots.filter((shot) => shot.id !== id))}
          >
            <img src={url} alt={w().reviewPicture} />
          </button>
        ))}
      </p>
      {shots.length < picturesMax && (
        <label>
          {fill(w().addPictures, { most: picturesMax })}{' '}
          <input
            type="file"
            accept="image/*"
            multiple
            disabled={busy}
            onChange={(event) => add(event.currentTarget.files)}
          />
        </label>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={anonymous}
          onChange={(event) => setAnonymous(event.currentTarget.checked)}
        />{' '}
        {w().asAnonymous}
      </label>
      <div class="acts">
        <button type="submit" class="main" disabled={busy}>
          {before ? w().amendSend : w().reviewSend}
        </button>
      </div>
      {before && <small>{w().amendOnce}</small>}
      {fault && <Notice text={fault} />}
    </form>
  );
};
