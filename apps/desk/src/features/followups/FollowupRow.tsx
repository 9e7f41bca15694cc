import { followups } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { money } from '../../lib/format.ts';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row } from '../../ui/Rows.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { ActDialog, type ActName } from './ActDialog.tsx';
import { reasonNames, stateNames, whys } from './followup.words.ts';
import styles from './followups.module.css';
import { ResultWord } from './ResultWord.tsx';
import { refreshFollowups } from './refresh.ts';
import type { PageSlots } from './slots.ts';
import { Undo } from './Undo.tsx';

interface Props extends PageSlots {
  readonly item: followups.FollowupShape;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One buyer: why, when, who, the product as it is now, the words suggested, and what can be done. */
export function FollowupRow({ item, chosen, onChoose, ...slots }: Props) {
  const { t, i18n } = useLingui();
  const [act, setAct] = useState<ActName>();
  const [done, setDone] = useState(false);
  const contact = useAct(followups.contactFollowup, ({ conversationId, text }) => {
    refreshFollowups();
    slots.onChat(conversationId, text);
  });
  const may = (name: string) => item.can.includes(name);
  const { word, tone } = stateNames[item.state];
  const name = item.buyerName || t`Visitor without a name`;
  return (
    <Row
      quiet={item.state === 'closed' || item.state === 'dropped'}
      lead={
        may('assignFollowups') && (
          <Checkbox checked={chosen} onChange={onChoose} aria-label={t`Choose ${name}`} />
        )
      }
      title={
        <>
          <Link href={`/buyers/${item.buyerId}`}>{name}</Link>
          <span>{i18n._(reasonNames[item.reason])}</span>
          <Word tone={tone}>{i18n._(word)}</Word>
          {item.result && <ResultWord shopId={item.shopId} result={item.result} />}
          {item.repliedAt && (
            <Word tone="good">{t({ message: 'replied', context: 'followup' })}</Word>
          )}
          <Converted item={item} />
        </>
      }
      sub={<Why item={item} />}
      facts={item.product && <ProductNow item={item} />}
      acts={
        <>
          {may('contactFollowup') && (
            <Button
              small
              look="main"
              busy={contact.busy}
              onClick={() => void contact.run({ followupId: item.id })}
            >
              {t({ message: 'Contact', context: 'followup' })}
            </Button>
          )}
          {may('sendFollowups') && (
            <Button small onClick={() => setAct('send')}>
              {t({ message: 'Send…', context: 'followup' })}
            </Button>
          )}
          {may('postponeFollowups') && (
            <Button small look="plain" onClick={() => setAct('postpone')}>{t`Later…`}</Button>
          )}
          {may('closeFollowups') && (
            <Button small look="plain" onClick={() => setAct('close')}>
              {t({ message: 'Close…', context: 'followup' })}
            </Button>
          )}
        </>
      }
      below={
        <>
          <Refusal refusal={contact.refusal} onClose={contact.reset} />
          {done && <Undo ids={[item.id]} onDone={() => setDone(false)} />}
          {act && (
            <ActDialog
              {...slots}
              act={act}
              items={[item]}
              onDone={() => setDone(true)}
              onClose={() => setAct(undefined)}
            />
          )}
        </>
      }
    />
  );
}

/** Why it stands here, since when, for when, by whom. */
function Why({ item }: { item: followups.FollowupShape }) {
  const { i18n } = useLingui();
  const why = item.why && whys[item.why];
  const planned = item.state === 'open' && item.plannedAt;
  return (
    <>
      {item.note && <span className={styles.note}>{item.note} · </span>}
      {item.orderId && (
        <>
          <Link href={`/orders/${item.orderId}`}>{item.orderNumber}</Link> ·{' '}
        </>
      )}
      <Trans>
        since <When at={item.since} form="ago" />
      </Trans>
      {planned && (
        <>
          {' · '}
          <Trans>
            planned for <When at={planned} />
          </Trans>
        </>
      )}
      {item.assigneeName && <> · {item.assigneeName}</>}
      {item.contactedAt && (
        <>
          {' · '}
          <Trans>
            contacted <When at={item.contactedAt} />
          </Trans>{' '}
          {item.contactedByName}
        </>
      )}
      {item.why && <> · {why ? i18n._(why) : item.why}</>}
      {item.state === 'open' && <span className={styles.text}>{item.text}</span>}
    </>
  );
}

function Converted({ item }: { item: followups.FollowupShape }) {
  const { t } = useLingui();
  if (!item.convertedOrderId) return null;
  const paid =
    item.paidMinor && item.currency && item.paidAt ? money(item.paidMinor, item.currency) : '';
  return (
    <Link href={`/orders/${item.convertedOrderId}`}>
      {item.reversed ? (
        <Word tone="late">{t`bought, given back`}</Word>
      ) : (
        <Word tone="good">
          {paid ? t`bought for ${paid}` : t({ message: 'ordered', context: 'followup' })}
        </Word>
      )}
    </Link>
  );
}

/** The product as it is at this moment: price, pieces left, the price wished for. */
function ProductNow({ item: { product, belowMinor } }: { item: followups.FollowupShape }) {
  const { t } = useLingui();
  if (!product) return null;
  const { title, options, priceMinor, currency, stock, onSale, pictureUrl } = product;
  const left = stock ?? 0;
  return (
    <span className={styles.product}>
      {pictureUrl && <img src={pictureUrl} alt="" width={32} height={32} loading="lazy" />}
      <span>
        <Link href={`/products/${product.id}`}>{title}</Link>
        <small>
          {options && `${options} · `}
          {money(priceMinor, currency)}
          {belowMinor !== null && <> · {t`wished ${money(belowMinor, currency)}`}</>}
          {' · '}
          {!onSale || stock === 0 ? (
            <Word tone="late">{t({ message: 'not to be had', context: 'followup' })}</Word>
          ) : stock === null ? (
            t`in stock`
          ) : (
            t`${left} left`
          )}
        </small>
      </span>
    </span>
  );
}
