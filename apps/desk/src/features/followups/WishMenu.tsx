import { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { InputNumber, Popover } from 'antd';
import { useState } from 'react';
import { money } from '../../lib/format.ts';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './followups.module.css';
import { refreshFollowups } from './refresh.ts';

interface Props {
  readonly conversationId: string;
  readonly productId: string;
  readonly title: string;
}

/** Two clicks: the buyer wants to be told when it is back, or cheaper. */
export default function WishMenu({ conversationId, productId, title }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  if (!useMay('followups.work')) return null;
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      placement="leftTop"
      content={<Wishes conversationId={conversationId} productId={productId} />}
    >
      <IconButton name={t`Tell the buyer about ${title} later`} pressed={open}>
        <Icon name="bell" size={15} />
      </IconButton>
    </Popover>
  );
}

function Wishes({ conversationId, productId }: Omit<Props, 'title'>) {
  const { t } = useLingui();
  const { data, error } = useReply(followups.listWishes, { conversationId, productId });
  const after = () => {
    refresh(followups.listWishes);
    refreshFollowups();
  };
  const make = useAct(followups.makeWish, after);
  const end = useAct(followups.withdrawWish, after);
  if (error) return <Refusal refusal={error} />;
  if (!data) return <Lines count={2} />;
  return (
    <fieldset className={styles.wishes} aria-label={t`Tell the buyer`}>
      {data.items.map((one) => (
        <Variant
          key={one.variantId}
          one={one}
          busy={make.busy || end.busy}
          onWish={(kind, belowMinor) =>
            void make.run({
              conversationId,
              variantId: one.variantId,
              kind,
              ...(belowMinor ? { belowMinor } : {}),
            })
          }
          onEnd={(followupId) => void end.run({ conversationId, followupId })}
        />
      ))}
      <Refusal refusal={make.refusal ?? end.refusal} />
    </fieldset>
  );
}

interface VariantProps {
  readonly one: Choice;
  readonly busy: boolean;
  readonly onWish: (kind: followups.WishKindWord, belowMinor?: number) => void;
  readonly onEnd: (followupId: string) => void;
}

type Choice = NonNullable<
  ReturnType<typeof useReply<typeof followups.listWishes>>['data']
>['items'][number];

function Variant({ one, busy, onWish, onEnd }: VariantProps) {
  const { t } = useLingui();
  const { options, priceMinor, currency, stock, onSale, back, cheaper, belowMinor } = one;
  const [price, setPrice] = useState<number | null>(null);
  const there = onSale && (stock === null || stock > 0);
  const left = stock ?? 0;
  return (
    <div className={styles.wish}>
      <span>
        {options || t`this product`} · {money(priceMinor, currency)}
        {stock !== null && <> · {t`${left} left`}</>}
      </span>
      {back ? (
        <Button small busy={busy} onClick={() => onEnd(back)}>{t`✓ will be told when back`}</Button>
      ) : (
        !there && (
          <Button small busy={busy} onClick={() => onWish('back')}>{t`when it is back`}</Button>
        )
      )}
      {cheaper ? (
        <Button small busy={busy} onClick={() => onEnd(cheaper)}>
          {t`✓ will be told at ${money(belowMinor ?? 0, currency)}`}
        </Button>
      ) : (
        <>
          <InputNumber
            size="small"
            style={{ width: 92 }}
            min={0.01}
            max={priceMinor / 100}
            precision={2}
            placeholder={t`any less`}
            aria-label={t`Price to be told at`}
            value={price}
            onChange={setPrice}
          />
          <Button
            small
            busy={busy}
            onClick={() => onWish('cheaper', price === null ? undefined : Math.round(price * 100))}
          >{t`when cheaper`}</Button>
        </>
      )}
    </div>
  );
}
