import { aftersales } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useCommands } from '../../lib/keys.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './aftersales.module.css';
import { ApproveWords, SettleWords } from './CaseActWords.tsx';
import { sendsOut } from './case.rules.ts';
import { OpenForm, type StepFormName } from './OpenForm.tsx';
import { useStep } from './use-step.ts';

interface Props {
  readonly one: aftersales.CaseShape;
  /** The keys of the queue act on it. */
  readonly inHand?: boolean;
}

/** What can be done with a case now: the next step as one click, the others beside it, one form at a time. */
export function CaseActs({ one, inHand = false }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState<StepFormName>();
  const approve = useStep(aftersales.approveCase, one);
  const receive = useStep(aftersales.receiveCaseGoods, one);
  const settle = useStep(aftersales.settleCase, one);
  const withdraw = useStep(aftersales.withdrawCase, one);
  const may = (id: string) => one.can.includes(id);
  const show = (form: StepFormName) => () => setOpen(open === form ? undefined : form);
  const needsParcel = sendsOut(one.kind);
  const doApprove = async () => {
    setOpen(undefined);
    await approve.run({});
  };
  const doSettle = () => (needsParcel ? setOpen('settle') : void settle.run({}));
  const hint = (key: string) => (inHand ? { hint: key } : {});
  useCommands(
    inHand
      ? [
          command(
            'case.approve',
            msg`Approve the case`,
            'a',
            may('approveCase'),
            () => void doApprove(),
          ),
          command('case.refuse', msg`Refuse the case`, 'x', may('refuseCase'), show('refuse')),
          command(
            'case.evidence',
            msg`Ask for evidence`,
            'e',
            may('askForEvidence'),
            show('evidence'),
          ),
          command('case.settle', msg`Settle the case`, 's', may('settleCase'), doSettle),
        ]
      : [],
  );
  const asksApproval = [approve, settle].find(
    (step) => step.refusal?.code === 'authority.approval_needed',
  );
  const refused = [approve, receive, settle, withdraw].find(
    (step) => step.refusal && step !== asksApproval,
  );
  if (one.can.length === 0) return null;
  return (
    <>
      <div className={styles.acts}>
        {may('approveCase') && (
          <Button small look="main" busy={approve.busy} {...hint('a')} onClick={doApprove}>
            <ApproveWords one={one} />
          </Button>
        )}
        {may('receiveCaseGoods') && (
          <Button small look="main" busy={receive.busy} onClick={() => void receive.run({})}>
            {t`Goods received`}
          </Button>
        )}
        {may('inspectCaseGoods') && (
          <Button small look="main" onClick={show('inspect')}>
            {t`Inspection`}
          </Button>
        )}
        {may('settleCase') && (
          <Button small look="main" busy={settle.busy} {...hint('s')} onClick={doSettle}>
            <SettleWords one={one} />
          </Button>
        )}
        {may('refuseCase') && (
          <Button small {...hint('x')} onClick={show('refuse')}>
            {t`Refuse`}
          </Button>
        )}
        {may('askForEvidence') && (
          <Button small {...hint('e')} onClick={show('evidence')}>
            {t`Ask for evidence`}
          </Button>
        )}
        {may('approveCase') && one.amountMinor !== null && (
          <Button small look="plain" onClick={show('amount')}>
            {t`Another amount`}
          </Button>
        )}
        {may('addCaseEvidence') && one.conversationId && (
          <Button small look="plain" onClick={show('proof')}>
            {t`Add evidence`}
          </Button>
        )}
        {may('noteReturnParcel') && (
          <Button small look="plain" onClick={show('parcel')}>
            {t`Return parcel`}
          </Button>
        )}
        {may('withdrawCase') && !one.parcelIn && (
          <Button small look="plain" busy={withdraw.busy} onClick={() => void withdraw.run({})}>
            {t`Withdraw`}
          </Button>
        )}
      </div>
      <Refusal refusal={refused?.refusal} onClose={refused?.reset ?? (() => undefined)} />
      {asksApproval && open === undefined && (
        <Refusal refusal={asksApproval.refusal} onClose={asksApproval.reset}>
          <Button
            small
            onClick={() => {
              asksApproval.reset();
              setOpen(asksApproval === settle ? 'settle' : 'ask');
            }}
          >
            {t`Ask for approval`}
          </Button>
        </Refusal>
      )}
      <OpenForm form={open} one={one} onClose={() => setOpen(undefined)} />
    </>
  );
}

const command = (
  id: string,
  name: ReturnType<typeof msg>,
  key: string,
  possible: boolean,
  run: () => void,
) => ({ id, name, group: msg({ message: 'After-sales', context: 'cases' }), key, possible, run });
