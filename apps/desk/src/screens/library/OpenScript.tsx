import { catalog, scripts } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { Editor } from '../../features/scripts/Editor.tsx';
import type { Draft } from '../../features/scripts/editor.keep.ts';
import { blank } from '../../features/scripts/editor.rules.ts';
import { OutcomeOf } from '../../features/scripts/Outcome.tsx';
import type { Choices } from '../../features/scripts/PartList.tsx';
import type { Spot } from '../../features/scripts/tree.rules.ts';
import { Versions } from '../../features/scripts/Versions.tsx';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Section } from '../../ui/Section.tsx';
import { CouponPart } from './CouponPart.tsx';

interface Props {
  readonly scriptId: string | undefined;
  readonly spots: readonly Spot[];
  readonly spot: Spot | undefined;
  readonly onOpen: (scriptId: string | undefined) => void;
}

const choices: Choices = {
  product: (productId, onChange) => <Product productId={productId} onChange={onChange} />,
  chooseProduct: (onChoose) => <Product productId={undefined} onChange={onChoose} />,
  coupon: (templateId, onChange) => <CouponPart templateId={templateId} onChange={onChange} />,
  chooseCoupon: (onChoose) => <CouponPart templateId={undefined} onChange={onChoose} />,
};

/** One script: its words, what came of it, what it said before. */
export function OpenScript({ scriptId, spots, spot, onOpen }: Props) {
  const { t } = useLingui();
  const { data, error } = useReply(
    scripts.getScript,
    { scriptId: scriptId ?? '' },
    { when: scriptId !== undefined, freshFor: 0 },
  );
  const [taken, setTaken] = useState<Draft>();
  if (error) return <Refusal refusal={error} />;
  if (scriptId && !data) return <Lines count={4} />;
  const start = taken ?? {
    title: data?.title ?? '',
    code: data?.code ?? '',
    content: data?.content ?? blank(),
  };
  return (
    <>
      {data?.refusedWhy && <p role="note">{t`Sent back: ${data.refusedWhy}`}</p>}
      {data && <Acts script={data} onGone={() => onOpen(undefined)} onOpen={onOpen} />}
      <Editor
        key={`${data?.version} ${taken?.title} ${taken ? 'taken' : ''}`}
        script={data}
        spots={spots}
        spot={spot}
        start={start}
        onSaved={(id) => {
          setTaken(undefined);
          onOpen(id);
        }}
        choices={choices}
      />
      {data && (
        <>
          <Section title={t`What came of it`} wide>
            <OutcomeOf scriptId={data.id} />
          </Section>
          <Section title={t`Versions`} wide>
            <Versions
              scriptId={data.id}
              mayTake={data.can.includes('saveScript')}
              onTake={(title, content) => setTaken({ title, code: data.code, content })}
            />
          </Section>
        </>
      )}
    </>
  );
}

interface ActsProps {
  readonly script: scripts.ScriptShape;
  readonly onGone: () => void;
  readonly onOpen: (scriptId: string) => void;
}

function Acts({ script, onOpen }: ActsProps) {
  const { id: scriptId } = script;
  const again = () => refresh(scripts.getScript, scripts.getScriptIndex);
  const keep = useAct(scripts.setScriptFavourite, again);
  const drop = useAct(scripts.removeScriptFavourite, again);
  const [removed, setRemoved] = useState(false);
  const remove = useAct(scripts.removeScript, () => setRemoved(true));
  const back = useAct(scripts.bringBackScript, () => {
    setRemoved(false);
    onOpen(scriptId);
  });
  if (removed)
    return (
      <p role="status">
        <Trans>Removed from the library.</Trans>{' '}
        <Button small onClick={() => void back.run({ scriptId })}>
          <Trans>Undo</Trans>
        </Button>
      </p>
    );
  return (
    <div style={{ display: 'flex', gap: 8, marginBottom: 12 }}>
      <Button small onClick={() => void (script.favourite ? drop : keep).run({ scriptId })}>
        {script.favourite ? <Trans>Keep at hand no longer</Trans> : <Trans>Keep at hand</Trans>}
      </Button>
      {script.can.includes('removeScript') && (
        <Button small look="plain" busy={remove.busy} onClick={() => void remove.run({ scriptId })}>
          <Trans>Remove</Trans>
        </Button>
      )}
      <Refusal refusal={remove.refusal ?? back.refusal} />
    </div>
  );
}

function Product({
  productId,
  onChange,
}: {
  productId: string | undefined;
  onChange: (id: string) => void;
}) {
  const { t } = useLingui();
  const [q, setQ] = useState('');
  const found = useReply(
    catalog.searchProducts,
    { ...(q ? { q } : {}), limit: 20 },
    { keepPrevious: true },
  );
  const chosen = useReply(
    catalog.getProduct,
    { productId: productId ?? '' },
    { when: productId !== undefined },
  );
  const options = (found.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const own = chosen.data && !options.some(({ value }) => value === productId);
  return (
    <Select
      size="small"
      showSearch
      filterOption={false}
      style={{ width: productId ? 260 : 130 }}
      popupMatchSelectWidth={320}
      aria-label={t`Product card`}
      placeholder={t`Product card`}
      value={productId ?? null}
      onSearch={setQ}
      onChange={(next: string | null) => next && onChange(next)}
      options={
        own && chosen.data
          ? [{ value: chosen.data.id, label: chosen.data.title }, ...options]
          : options
      }
    />
  );
}
