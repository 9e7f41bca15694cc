import { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { reasonNames, stateNames } from './followup.words.ts';
import styles from './followups.module.css';

interface Props {
  readonly buyerId: string;
  readonly shopId: string;
  readonly onPlan: () => void;
}

const shown = new Set(['open', 'talking', 'sending', 'waiting', 'contacted']);

/** What is planned for this buyer and what they wait for, in a line each; more is planned here. */
export function BuyerFollowups({ buyerId, shopId, onPlan }: Props) {
  const { t, i18n } = useLingui();
  const may = useMay('followups.read');
  const mayPlan = useMay('followups.work');
  const input = { buyerId, shopId, limit: 20 };
  const { data } = useReply(followups.listFollowups, input, { when: may });
  useFresh(['followup.'], [followups.listFollowups], 700);
  const items = (data?.items ?? []).filter(
    ({ state, reason }) => shown.has(state) && reason !== 'greeting',
  );
  return (
    <div className={styles.buyer}>
      {items.map((item) => (
        <p key={item.id}>
          <Word tone={stateNames[item.state].tone}>{i18n._(stateNames[item.state].word)}</Word>{' '}
          {i18n._(reasonNames[item.reason])}
          {item.product && <> · {item.product.title}</>}
          {item.note && <> · {item.note}</>}
          {item.state === 'open' && item.plannedAt && (
            <>
              {' · '}
              <When at={item.plannedAt} />
            </>
          )}
        </p>
      ))}
      {mayPlan && (
        <Button small look="plain" hint="h" onClick={onPlan}>
          {t`Follow up…`}
        </Button>
      )}
    </div>
  );
}
