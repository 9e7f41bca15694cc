import { scripts } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { moment } from '../../lib/format.ts';
import { useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './Editor.module.css';
import { type Content, difference, wordsIn } from './editor.rules.ts';

interface Props {
  readonly scriptId: string;
  readonly mayTake: boolean;
  /** Puts old words into the editor; saving makes them the next version. */
  readonly onTake: (title: string, content: Content) => void;
}

/** What the script has said, each version beside the one before. */
export function Versions({ scriptId, mayTake, onTake }: Props) {
  const { t } = useLingui();
  const { data } = useReply(scripts.listScriptVersions, { scriptId }, { freshFor: 0 });
  const words = {
    draft: t({ message: 'Draft', context: 'scripts' }),
    waiting: t`Waiting`,
    published: t`Published`,
    refused: t`Sent back`,
    replaced: t`Earlier`,
  };
  return (
    <ol className={styles.versions}>
      {(data?.items ?? []).map((one, n, all) => (
        <li key={one.version}>
          <p>
            <b>{one.version}</b> {one.authorName} · {moment(one.at)}{' '}
            <Word
              tone={one.state === 'published' ? 'good' : one.state === 'waiting' ? 'soon' : 'quiet'}
            >
              {words[one.state]}
            </Word>
            {one.reason && <q>{one.reason}</q>}
            {mayTake && n > 0 && (
              <Button small look="plain" onClick={() => onTake(one.title, one.content)}>
                <Trans>Take these words back</Trans>
              </Button>
            )}
          </p>
          <Difference before={wordsIn(all[n + 1]?.content ?? null)} after={wordsIn(one.content)} />
        </li>
      ))}
    </ol>
  );
}

/** What went is struck through, what came is underlined. */
export const Difference = ({ before, after }: { before: string; after: string }) => (
  <p className={styles.difference}>
    {difference(before, after).map(({ kind, text }, n) =>
      kind === 'same' ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
        <span key={n}>{text}</span>
      ) : kind === 'gone' ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
        <del key={n}>{text}</del>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
        <ins key={n}>{text}</ins>
      ),
    )}
  </p>
);
