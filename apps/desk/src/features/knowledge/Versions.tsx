import { knowledge } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import { diffOf } from './diff.rules.ts';
import { versionWords } from './knowledge.words.ts';
import styles from './Versions.module.css';

type Version = knowledge.KnowledgeVersionShape;

const textOf = ({ words, pictureUrl }: Version): string =>
  [
    ...words.map(({ locale, title, body }) => `[${locale}] ${title}\n${body}`),
    ...(pictureUrl ? [pictureUrl] : []),
  ].join('\n\n');

/** Every version, newest first; opened it shows what it changed, and can be taken as the draft again. */
export function Versions({ entry }: { entry: knowledge.KnowledgeEntryShape }) {
  const { t, i18n } = useLingui();
  const restore = useAct(knowledge.restoreKnowledge);
  const { versions, can, id: entryId } = entry;
  return (
    <section className={styles.versions} aria-label={t`Versions`}>
      <h4>{t`Versions`}</h4>
      <Refusal refusal={restore.refusal} onClose={restore.reset} />
      {versions.map((version, n) => {
        const before = versions[n + 1];
        return (
          <details key={version.no}>
            <summary>
              {t`Version ${version.no}`} · {i18n._(versionWords[version.state])} ·{' '}
              <When at={version.at} form="dateTime" />
              {version.reason && <em>{version.reason}</em>}
            </summary>
            <pre>
              {diffOf(before ? textOf(before) : '', textOf(version)).map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text stand in their order
                <span key={at} data-kind={before ? line.kind : 'same'}>
                  {before ? (line.kind === 'new' ? '+ ' : line.kind === 'gone' ? '− ' : '  ') : ''}
                  {line.text}
                </span>
              ))}
            </pre>
            {can.includes('restoreKnowledge') && n > 0 && (
              <Button
                small
                busy={restore.busy}
                onClick={() => void restore.run({ entryId, no: version.no })}
              >
                <Trans>Take as draft</Trans>
              </Button>
            )}
          </details>
        );
      })}
    </section>
  );
}
