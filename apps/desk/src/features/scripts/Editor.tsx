import { scripts } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { usePictures } from '../../lib/use-pictures.ts';
import { Button } from '../../ui/Button.tsx';
import { DropZone } from '../../ui/DropZone.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './Editor.module.css';
import { type Draft, useKeep } from './editor.keep.ts';
import { isComplete, type Language, withAdded } from './editor.rules.ts';
import { FolderField } from './FolderField.tsx';
import { type Choices, mostParts, PartList } from './PartList.tsx';
import { Preview } from './Preview.tsx';
import type { Spot } from './tree.rules.ts';
import { type Spread, VariantBar } from './VariantBar.tsx';

interface Props {
  /** The one to change; without it a new one is written at `spot`. */
  readonly script: scripts.ScriptShape | undefined;
  readonly spots: readonly Spot[];
  readonly spot: Spot | undefined;
  readonly start: Draft;
  readonly onSaved: (scriptId: string) => void;
  readonly choices: Choices;
}

/** Where a script is written: its messages in order, its variants, and how a buyer would see it. */
export function Editor({ script, spots, spot, start, onSaved, choices }: Props) {
  const { t, i18n } = useLingui();
  const [draft, setDraft] = useState(start);
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const [where, setWhere] = useState(spot?.key ?? 'own');
  const [spread, setSpread] = useState<Spread>({
    variant: 0,
    language: (i18n.locale as Language) ?? 'zh-CN',
  });
  const { keep, put, busy, refusal } = useKeep(script, onSaved);
  const { content } = draft;
  const complete = draft.title.trim() !== '' && isComplete(content);
  const at = { ...spread, variant: Math.min(spread.variant, content.variants.length - 1) };
  const parts = content.variants[at.variant]?.parts ?? [];
  const may = !script || script.can.includes('saveScript');
  const change = (next: Draft['content']) => set({ content: next });
  const pictures = usePictures({
    take: (file, how) => api.upload(scripts.uploadScriptPicture, {}, file, how),
    onTaken: ({ id }) =>
      setDraft((now) => ({
        ...now,
        content: withAdded(now.content, at.variant, { kind: 'picture', pictureId: id }),
      })),
  });
  const submit = (publish: boolean) =>
    keep(
      draft,
      publish,
      spots.find(({ key }) => key === where),
    );
  return (
    <DropZone
      pastes
      possible={may && parts.length < mostParts}
      onFiles={(files) => pictures.add([...files].slice(0, mostParts - parts.length))}
      words={t`Drop the picture here`}
    >
      <form
        className={styles.editor}
        onSubmit={(event) => {
          event.preventDefault();
          if (complete && may) submit(true);
        }}
      >
        <fieldset disabled={!may} className={styles.fields}>
          <div className={styles.head}>
            <Names draft={draft} set={set} />
            <FolderField
              script={script}
              spots={spots}
              where={where}
              may={may}
              onWhere={(to) => {
                if (script) put(script.id, to?.folder?.id ?? null);
                else if (to) setWhere(to.key);
              }}
            />
          </div>
          <VariantBar
            content={content}
            at={at}
            onGo={(to) => setSpread((now) => ({ ...now, ...to }))}
            onChange={change}
          />
          <div className={styles.columns}>
            <PartList
              content={content}
              at={at}
              onChange={change}
              pictures={pictures}
              choices={choices}
            />
            <Preview parts={parts} language={at.language} />
          </div>
        </fieldset>
        <Refusal refusal={refusal} />
        {may && (
          <footer className={styles.foot}>
            <Button type="submit" look="main" busy={busy} disabled={!complete}>
              {script?.approval ? <Trans>Ask for approval</Trans> : <Trans>Publish</Trans>}
            </Button>
            <Button disabled={!complete} onClick={() => submit(false)}>
              <Trans>Keep as a draft</Trans>
            </Button>
          </footer>
        )}
      </form>
    </DropZone>
  );
}

/** What a script is called, and what is typed after / to find it. */
function Names({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  const { t } = useLingui();
  return (
    <>
      <Field label={t({ message: 'Title', context: 'scripts' })} width={360}>
        {(field) => (
          <Input
            {...field}
            maxLength={100}
            value={draft.title}
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </Field>
      <Field label={t`Code after /`} width={120}>
        {(field) => (
          <Input
            {...field}
            maxLength={20}
            value={draft.code}
            onChange={({ target }) => set({ code: target.value })}
          />
        )}
      </Field>
    </>
  );
}
