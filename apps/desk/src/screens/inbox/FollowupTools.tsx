import type { conversations, workbench } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { Suspense, useState } from 'react';
import { BuyerFollowups } from '../../features/followups/BuyerFollowups.tsx';
import { soon } from '../../lib/ahead.ts';
import { useCommands } from '../../lib/keys.ts';
import { useMay } from '../../lib/session.tsx';
import { productsInTalk } from './promise-seed.ts';

const FollowupDialog = soon(() => import('../../features/followups/FollowupDialog.tsx'));

interface Props {
  readonly conversation: conversations.Conversation;
  readonly counter: workbench.CounterShape;
}

/** Coming back to this buyer: what is planned, and planning more by a click or a key. */
export function FollowupTools({ conversation, counter }: Props) {
  const { id, buyerId, shopId } = conversation;
  const [open, setOpen] = useState(false);
  useCommands([
    {
      id: 'followup',
      name: msg`Follow up with this buyer later`,
      group: msg`Conversation`,
      key: 'h',
      possible: useMay('followups.work'),
      run: () => setOpen(true),
    },
  ]);
  return (
    <>
      <BuyerFollowups buyerId={buyerId} shopId={shopId} onPlan={() => setOpen(true)} />
      <Suspense fallback={null}>
        {open && (
          <FollowupDialog
            conversationId={id}
            shopId={shopId}
            products={productsInTalk(id, counter)}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </>
  );
}
