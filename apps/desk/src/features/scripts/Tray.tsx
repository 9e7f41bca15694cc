import { Trans, useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Gapped } from './Gapped.tsx';
import { type Hand, layDown } from './hand.ts';
import { kindIcons } from './Kinds.tsx';
import styles from './Tray.module.css';
import { troubles } from './take.ts';
import { variableName } from './variable.words.ts';
import { variablesIn } from './variables.ts';

interface Props {
  readonly conversationId: string;
  readonly hand: Hand | undefined;
  /** What stands in the field now. */
  readonly text: string;
}

/** Above the field: which script it is, what goes with it, and what keeps it from being sent. */
export function Tray({ conversationId, hand, text }: Props) {
  const { t } = useLingui();
  const trouble = useSyncExternalStore(troubles.subscribe, troubles.get)[conversationId];
  const open = variablesIn(text);
  return (
    <>
      <Refusal refusal={trouble} />
      {open.length > 0 && <Gaps text={text} />}
      {hand && (
        <div className={styles.tray}>
          <span className={styles.name}>
            {hand.filled.title}
            {hand.filled.variant > 0 && <small>{'ABCD'[hand.filled.variant]}</small>}
          </span>
          {hand.filled.parts.length > 1 && <Others hand={hand} />}
          <Words hand={hand} />
          <IconButton
            name={t`Send as words of my own`}
            className={styles.close}
            onClick={() => layDown(conversationId)}
          >
            <Icon name="close" size={14} />
          </IconButton>
        </div>
      )}
    </>
  );
}

/** SCR-03: the words with the gaps marked at their place. */
function Gaps({ text }: { text: string }) {
  const { i18n } = useLingui();
  const names = variablesIn(text).map((name) => variableName(name, i18n));
  return (
    <div className={styles.gaps} role="alert">
      <p>
        <Icon name="alert" size={14} />
        <Trans>Not ready to send: {names.join(', ')} has no value here.</Trans>
      </p>
      <p className={styles.words}>
        <Gapped text={text} />
      </p>
    </div>
  );
}

/** The messages that go before and after the words in the field. */
function Others({ hand: { filled, main } }: { hand: Hand }) {
  return (
    <ol className={styles.parts}>
      {filled.parts.map((part, n) => (
        <li
          key={part.part}
          data-main={n === main || undefined}
          data-missing={
            (part.kind === 'order' && !part.orderId) ||
            (part.kind === 'coupon' && !part.templateId) ||
            part.missing.length > 0 ||
            undefined
          }
        >
          <Icon name={kindIcons[part.kind]} size={13} />
          {n === main ? <Trans>the words below</Trans> : <PartName part={part} />}
        </li>
      ))}
    </ol>
  );
}

function PartName({ part }: { part: Hand['filled']['parts'][number] }) {
  const { t } = useLingui();
  if (part.kind === 'picture') return t`Picture`;
  if (part.kind === 'order') return part.label ? `#${part.label}` : t`no order in hand`;
  if (part.kind === 'coupon' && !part.templateId)
    return part.label ? t`${part.label}: not yours to give here` : t`no coupon to give here`;
  return part.label || part.text;
}

function Words({ hand }: { hand: Hand }) {
  const found = hand.filled.parts.flatMap(({ words }) => words);
  if (found.length === 0) return null;
  const names = [...new Set(found.map(({ word }) => word))].join(', ');
  return (
    <span className={styles.warned}>
      <Icon name="alert" size={13} />
      <Trans>Words to look at again: {names}</Trans>
    </span>
  );
}
