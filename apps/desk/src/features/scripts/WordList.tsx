import { scripts } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { useMay, useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './Library.module.css';

const again = () => refresh(scripts.listForbiddenWords);

/** Words nobody may send, or only after a second look: in typed messages and in scripts. */
export function WordList() {
  const { t } = useLingui();
  const { shops } = useSelf();
  const { data, error } = useReply(scripts.listForbiddenWords, {});
  const may = useMay('scripts.manage');
  const remove = useAct(scripts.removeForbiddenWord, again);
  const nameOf = (shopId: string | null) =>
    shopId === null ? t`All shops` : shops.find(({ id }) => id === shopId)?.name;
  return (
    <div className={styles.page}>
      {may && <AddWords />}
      <Refusal refusal={error ?? remove.refusal} />
      {data?.items.length === 0 && (
        <Empty>{t`No word is forbidden. What must not reach a buyer, “add me on WeChat” for example, can be stopped before it is sent.`}</Empty>
      )}
      <Rows label={t`Forbidden words`}>
        {(data?.items ?? []).map((one) => (
          <Row
            key={one.id}
            title={one.word}
            sub={one.reason}
            facts={
              <>
                <Word tone={one.level === 'block' ? 'late' : 'soon'}>
                  {one.level === 'block' ? t`Is not sent` : t`Warns`}
                </Word>
                <span className={styles.soft}>{nameOf(one.shopId)}</span>
              </>
            }
            acts={
              one.can.includes('removeForbiddenWord') && (
                <Button small look="plain" onClick={() => void remove.run({ wordId: one.id })}>
                  <Trans>Allow again</Trans>
                </Button>
              )
            }
          />
        ))}
      </Rows>
    </div>
  );
}

function AddWords() {
  const { t } = useLingui();
  const { shops } = useSelf();
  const [text, setText] = useState('');
  const [level, setLevel] = useState<'warn' | 'block'>('block');
  const [shopId, setShopId] = useState<string | null>(null);
  const add = useAct(scripts.addForbiddenWords, () => {
    again();
    setText('');
  });
  const words = text
    .split(/[\n,，、;；]/)
    .map((word) => word.trim())
    .filter(Boolean);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (words.length > 0) void add.run({ shopId, words, level });
      }}
    >
      <Input
        style={{ maxWidth: 320 }}
        aria-label={t`Words, separated by commas`}
        placeholder={t`Words, separated by commas`}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Select
        aria-label={t`What happens`}
        popupMatchSelectWidth={false}
        value={level}
        onChange={setLevel}
        options={[
          { value: 'block', label: t`Is not sent` },
          { value: 'warn', label: t`Warns` },
        ]}
      />
      {shops.length > 0 && (
        <Select
          aria-label={t`Shop`}
          popupMatchSelectWidth={false}
          value={shopId ?? ''}
          onChange={(next) => setShopId(next || null)}
          options={[
            { value: '', label: t`All shops` },
            ...shops.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <Button type="submit" look="main" busy={add.busy} disabled={words.length === 0}>
        <Trans>Forbid</Trans>
      </Button>
      <Refusal refusal={add.refusal} />
    </form>
  );
}
