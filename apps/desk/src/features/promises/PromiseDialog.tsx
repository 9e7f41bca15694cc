import { promises } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { fromField, toField } from '../../lib/wall.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { eventNames, eventWords, quickWords } from './promise.words.ts';
import styles from './promises.module.css';
import { refreshPromises } from './refresh.ts';

/** What a promise starts from: words that were said, and the message they stand in. */
export interface PromiseSeed {
  readonly text: string;
  readonly messageId: string | null;
}

interface Props {
  readonly conversationId: string;
  readonly timezone: string;
  readonly seed: PromiseSeed;
  /** Products this talk is about, for promises about stock and price. */
  readonly products: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

type Proposal = promises.PromiseProposalShape;

const needsProduct = (event: string) => event === 'restocked' || event === 'price';
const needsOrder = (event: string) =>
  ['shipped', 'delivered', 'refunded', 'parcel_moved'].includes(event);

/** Turns a sentence into a promise: what keeps it and by when are guessed, a person confirms with Enter. */
export default function PromiseDialog({ seed, ...props }: Props) {
  const { t } = useLingui();
  const { conversationId, onClose } = props;
  const [proposal, setProposal] = useState<Proposal>();
  const guess = useAct(promises.getPromiseProposal, setProposal);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, for the words the dialog was opened with
  useEffect(() => {
    const { text, messageId } = seed;
    void guess.run({ conversationId, text, ...(messageId ? { messageId } : {}) });
  }, []);
  return (
    <Dialog title={t`Promise`} onClose={onClose} width={520}>
      {(close) =>
        proposal ? (
          <PromiseForm {...props} proposal={proposal} close={close} />
        ) : guess.refusal ? (
          <Refusal refusal={guess.refusal} />
        ) : (
          <Lines count={4} />
        )
      }
    </Dialog>
  );
}

interface FormProps extends Omit<Props, 'seed'> {
  readonly proposal: Proposal;
  readonly close: () => void;
}

function PromiseForm({ proposal, close, conversationId, timezone, products }: FormProps) {
  const { t, i18n } = useLingui();
  const [sentence, setSentence] = useState(proposal.sentence);
  const [event, setEvent] = useState(proposal.event);
  const [dueAt, setDue] = useState(proposal.dueAt);
  const [orderId, setOrder] = useState(proposal.orderId);
  const [productId, setProduct] = useState(products[0]?.id ?? null);
  const make = useAct(promises.makePromise, refreshPromises);
  const about = needsOrder(event) ? orderId : needsProduct(event) ? productId : true;
  const possible =
    sentence.trim() !== '' && about !== null && (dueAt !== null || needsProduct(event));
  const submit = async () => {
    const made = await make.run({
      conversationId,
      sentence: sentence.trim(),
      messageId: proposal.messageId,
      event,
      dueAt,
      orderId: needsProduct(event) ? null : orderId,
      productId: needsProduct(event) ? productId : null,
    });
    if (made) close();
  };
  return (
    <DialogForm
      act={t`Make the promise`}
      busy={make.busy}
      possible={possible}
      ready={proposal.sentence !== '' && possible}
      onSubmit={() => void submit()}
      onCancel={close}
    >
      <Field label={t`What was promised`} width={480}>
        {(field) => (
          <Input.TextArea
            {...field}
            autoFocus={proposal.sentence === ''}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={500}
            value={sentence}
            onChange={({ target }) => setSentence(target.value)}
          />
        )}
      </Field>
      <Field label={t`Kept once`} width={480}>
        {({ id }) => (
          <Select
            id={id}
            autoFocus={proposal.sentence !== '' && !possible}
            value={event}
            onChange={setEvent}
            options={eventNames.map((value) => ({ value, label: i18n._(eventWords[value]) }))}
          />
        )}
      </Field>
      {!needsProduct(event) && proposal.orders.length > 0 && (
        <Field label={t`Order`} width={480}>
          {({ id }) => (
            <Select
              id={id}
              allowClear={!needsOrder(event)}
              value={orderId}
              onChange={(value?: string) => setOrder(value ?? null)}
              options={proposal.orders.map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
      )}
      {needsProduct(event) && (
        <Field label={t`Product`} width={480}>
          {({ id }) => (
            <Select
              id={id}
              value={productId}
              onChange={setProduct}
              options={products.map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
      )}
      <Field label={t`By`} hint={timezone} width={480}>
        {(field) => (
          <>
            <div className={styles.quick}>
              {proposal.quick.map(({ key, at }) => (
                <Button
                  key={key}
                  small
                  look={dueAt === at ? 'main' : 'line'}
                  onClick={() => setDue(at)}
                >
                  {i18n._(quickWords[key])}
                </Button>
              ))}
              {needsProduct(event) && (
                <Button small look={dueAt === null ? 'main' : 'line'} onClick={() => setDue(null)}>
                  {t`when it arrives`}
                </Button>
              )}
            </div>
            <input
              {...field}
              className={styles.time}
              type="datetime-local"
              value={dueAt ? toField(dueAt, timezone) : ''}
              onChange={({ target }) =>
                setDue(target.value ? fromField(target.value, timezone) : null)
              }
            />
          </>
        )}
      </Field>
      <Refusal refusal={make.refusal} />
    </DialogForm>
  );
}
