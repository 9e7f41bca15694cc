import { scripts } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { Input, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { api } from '../../lib/api.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { usePictures } from '../../lib/use-pictures.ts';
import { Button } from '../../ui/Button.tsx';
import { DropZone } from '../../ui/DropZone.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './Editor.module.css';
import {
  blank,
  type Content,
  isComplete,
  type Language,
  languages,
  tidy,
  withAdded,
  withMoved,
  withPart,
} from './editor.rules.ts';
import { useNames } from './FolderTree.tsx';
import { AddPart, PartEditor } from './PartEditor.tsx';
import { Preview } from './Preview.tsx';
import type { Spot } from './tree.rules.ts';

export interface Draft {
  readonly title: string;
  readonly code: string;
  readonly content: Content;
}

interface Props {
  /** The one to change; without it a new one is written at `spot`. */
  readonly script: scripts.ScriptShape | undefined;
  readonly spots: readonly Spot[];
  readonly spot: Spot | undefined;
  readonly start: Draft;
  readonly onSaved: (scriptId: string) => void;
  readonly product: (productId: string, onChange: (productId: string) => void) => ReactNode;
  readonly chooseProduct: (onChoose: (productId: string) => void) => ReactNode;
  /** The same for kinds of coupons. */
  readonly coupon: (templateId: string, onChange: (templateId: string) => void) => ReactNode;
  readonly chooseCoupon: (onChoose: (templateId: string) => void) => ReactNode;
}

/** A script says so many messages at most. */
const most = 8;

const names: Readonly<Record<Language, string>> = {
  'zh-CN': '简体',
  'zh-TW': '繁體',
  en: 'English',
};

/** Where a script is written: its messages in order, its variants, and how a buyer would see it. */
export function Editor(props: Props) {
  const { script, spots, spot, start, onSaved, product, chooseProduct, coupon, chooseCoupon } =
    props;
  const { t, i18n } = useLingui();
  const [title, setTitle] = useState(start.title);
  const [code, setCode] = useState(start.code);
  const [content, setContent] = useState(start.content);
  const [where, setWhere] = useState(spot?.key ?? 'own');
  const [variant, setVariant] = useState(0);
  const [language, setLanguage] = useState<Language>((i18n.locale as Language) ?? 'zh-CN');
  const nameOf = useNames();
  const done = (saved: scripts.ScriptShape) => {
    refresh(scripts.getScript, scripts.listScriptVersions, scripts.listScriptApprovals);
    onSaved(saved.id);
  };
  const create = useAct(scripts.createScript, done);
  const save = useAct(scripts.saveScript, done);
  const move = useAct(scripts.moveScript, () => refresh(scripts.getScript));
  const chosen = spots.find(({ key }) => key === where);
  const complete = title.trim() !== '' && isComplete(content);
  const shown = Math.min(variant, content.variants.length - 1);
  const parts = content.variants[shown]?.parts ?? [];
  const may = !script || script.can.includes('saveScript');
  const pictures = usePictures({
    take: (file, how) => api.upload(scripts.uploadScriptPicture, {}, file, how),
    onTaken: ({ id }) =>
      setContent((now) => withAdded(now, shown, { kind: 'picture', pictureId: id })),
  });
  const submit = (publish: boolean) => {
    const given = { title: title.trim(), code: code.trim(), content: tidy(content), publish };
    if (script) return void save.run({ scriptId: script.id, ...given, from: script.version });
    if (!chosen) return;
    const { scope, shopId, folder } = chosen;
    const place = {
      scope,
      ...(shopId ? { shopId } : {}),
      ...(folder ? { folderId: folder.id } : {}),
    };
    void create.run({ ...place, ...given });
  };
  const sameLibrary = spots.filter(
    (one) => !script || (one.scope === script.scope && one.shopId === script.shopId),
  );
  const options = sameLibrary.map((one) => ({
    value: one.key,
    label: `${'　'.repeat(one.depth)}${one.folder?.name ?? nameOf(one)}`,
  }));
  const here = script ? (script.folderId ?? sameLibrary[0]?.key ?? '') : where;
  return (
    <DropZone
      pastes
      possible={may && parts.length < most}
      onFiles={(files) => pictures.add([...files].slice(0, most - parts.length))}
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
            <Field label={t({ message: 'Title', context: 'scripts' })} width={360}>
              {(field) => (
                <Input
                  {...field}
                  maxLength={100}
                  value={title}
                  onChange={({ target }) => setTitle(target.value)}
                />
              )}
            </Field>
            <Field label={t`Code after /`} width={120}>
              {(field) => (
                <Input
                  {...field}
                  maxLength={20}
                  value={code}
                  onChange={({ target }) => setCode(target.value)}
                />
              )}
            </Field>
            <Field label={t`Folder`} width={220}>
              {(field) => (
                <Select
                  {...field}
                  popupMatchSelectWidth={false}
                  value={here}
                  options={options}
                  disabled={!may}
                  onChange={(key: string) => {
                    const folderId = spots.find((one) => one.key === key)?.folder?.id ?? null;
                    if (script) void move.run({ scriptId: script.id, folderId });
                    else setWhere(key);
                  }}
                />
              )}
            </Field>
          </div>
          <div className={styles.bar}>
            <Segmented
              size="small"
              value={language}
              onChange={(next) => setLanguage(next as Language)}
              options={languages.map((value) => ({ value, label: names[value] }))}
            />
            <Segmented
              size="small"
              value={shown}
              onChange={(next) => setVariant(Number(next))}
              options={content.variants.map((_, value) => ({ value, label: 'ABCD'[value] ?? '' }))}
            />
            {content.variants.length < 4 && (
              <Button
                small
                look="plain"
                title={t`Another way to say it; buyers are split among the variants, and what sells better is counted.`}
                onClick={() => {
                  setContent({ variants: [...content.variants, ...blank().variants] });
                  setVariant(content.variants.length);
                }}
              >
                <Trans>Add a variant</Trans>
              </Button>
            )}
            {content.variants.length > 1 && (
              <Button
                small
                look="plain"
                onClick={() =>
                  setContent({ variants: content.variants.filter((_, n) => n !== shown) })
                }
              >
                <Trans>Remove this variant</Trans>
              </Button>
            )}
          </div>
          <div className={styles.columns}>
            <div>
              <ol className={styles.parts}>
                {parts.map((part, n) => (
                  <PartEditor
                    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place
                    key={n}
                    part={part}
                    language={language}
                    first={n === 0}
                    last={n === parts.length - 1}
                    onChange={(next) => setContent(withPart(content, shown, n, next))}
                    onMove={(by) => setContent(withMoved(content, shown, n, n + by))}
                    onRemove={
                      parts.length > 1
                        ? () => setContent(withPart(content, shown, n, null))
                        : undefined
                    }
                    coupon={(templateId) =>
                      coupon(templateId, (next) =>
                        setContent(
                          withPart(content, shown, n, { kind: 'coupon', templateId: next }),
                        ),
                      )
                    }
                    product={(productId) =>
                      product(productId, (next) =>
                        setContent(
                          withPart(content, shown, n, { kind: 'product', productId: next }),
                        ),
                      )
                    }
                  />
                ))}
              </ol>
              {parts.length < most && (
                <AddPart
                  onAdd={(part) => setContent(withAdded(content, shown, part))}
                  pictures={pictures}
                  choose={
                    <>
                      {chooseProduct((productId) =>
                        setContent(withAdded(content, shown, { kind: 'product', productId })),
                      )}
                      {chooseCoupon((templateId) =>
                        setContent(withAdded(content, shown, { kind: 'coupon', templateId })),
                      )}
                    </>
                  }
                />
              )}
            </div>
            <Preview parts={parts} language={language} />
          </div>
        </fieldset>
        <Refusal refusal={create.refusal ?? save.refusal ?? move.refusal} />
        {may && (
          <footer className={styles.foot}>
            <Button type="submit" look="main" busy={create.busy || save.busy} disabled={!complete}>
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
