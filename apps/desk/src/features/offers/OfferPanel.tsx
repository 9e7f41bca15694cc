import { type conversations, offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { Refusal } from '../../ui/Refusal.tsx';
import { BuyerCoupons } from './BuyerCoupons.tsx';
import { NextStep } from './NextStep.tsx';
import { OtherSteps } from './OtherSteps.tsx';
import styles from './offers.module.css';
import type { Rung, Situation } from './offers.words.ts';
import { SituationChoice } from './SituationChoice.tsx';
import { Stair } from './Stair.tsx';

/** SHOP-10: what may be offered in this talk about the price, with its exact effect; one key sends it. */
export default function OfferPanel({ conversation }: { conversation: conversations.Conversation }) {
  const { t } = useLingui();
  const { id: conversationId } = conversation;
  const [situation, setSituation] = useState<Situation>();
  const [chosen, setChosen] = useState<Rung>();
  const input = { conversationId, ...(situation ? { situation } : {}) };
  const { data: sheet, error } = useReply(offers.getOfferSheet, input, { keepPrevious: true });
  useFresh(['coupon.', 'concession.', 'order.', 'approval.'], [offers.getOfferSheet], 400);
  useFresh(['message.posted'], [offers.getOfferSheet], 1500);
  if (!sheet)
    return (
      <div className={styles.panel} role="tabpanel" aria-busy={!error}>
        <Refusal refusal={error} />
      </div>
    );
  const rung = sheet.rungs.find((one) => one.rung === (chosen ?? sheet.next)) ?? null;
  return (
    <div className={styles.panel} role="tabpanel" aria-label={t`Offers`}>
      <SituationChoice
        value={sheet.situation}
        guessed={sheet.guessed && situation === undefined}
        onChange={(next) => {
          setSituation(next);
          setChosen(undefined);
        }}
      />
      <NextStep
        key={`${rung?.rung} ${sheet.situation}`}
        conversationId={conversationId}
        sheet={sheet}
        effect={rung}
        onDone={() => setChosen(undefined)}
      />
      <OtherSteps sheet={sheet} current={rung?.rung} onChoose={setChosen} />
      {sheet.bargain && <Stair bargain={sheet.bargain} />}
      <BuyerCoupons sheet={sheet} conversationId={conversationId} />
    </div>
  );
}
