import { mayRetry } from '@guitai/sdk';
import { Trans, useLingui } from '@lingui/react/macro';
import { percent } from '../../lib/format.ts';
import { useLiveStatus } from '../../lib/live.ts';
import { sentenceOf } from '../../lib/refusals.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Message.module.css';
import { type Outgoing, retry, sendAnyway, takeBack } from './outgoing.ts';

interface Props {
  readonly one: Outgoing;
  /** The words go back to the composer. */
  readonly onEdit: (text: string) => void;
}

/** What is on its way: its state is always visible, and what can be done about it. */
export function OutgoingRow({ one, onEdit }: Props) {
  const note = one.kind === 'note';
  return (
    <div className={styles.spoken} data-ours="true" data-joined="true" data-state={one.state}>
      <span className={styles.face} />
      <div className={styles.body}>
        <div className={note ? styles.noteBubble : one.preview ? styles.bare : styles.bubble}>
          {one.preview ? (
            <img src={one.preview} alt="" className={styles.preview} />
          ) : (
            <div className={styles.words}>{one.text || one.file?.name}</div>
          )}
        </div>
        {(one.state === 'failed' || one.state === 'asks') && <Trouble one={one} onEdit={onEdit} />}
      </div>
      <span className={styles.foot}>{one.state === 'sending' && <Sending one={one} />}</span>
    </div>
  );
}

function Sending({ one }: { one: Outgoing }) {
  const status = useLiveStatus();
  const offline = status !== 'live' && status !== 'delayed' && one.kind !== 'file';
  const share = one.progress;
  return (
    <span className={styles.sending}>
      <Icon name="clock" size={13} />
      {offline ? (
        <Trans>Waits for the connection</Trans>
      ) : share !== undefined && share < 1 ? (
        percent(share)
      ) : (
        <Trans>Sending</Trans>
      )}
    </span>
  );
}

function Trouble({ one, onEdit }: Props) {
  const { i18n } = useLingui();
  const asks = one.state === 'asks';
  return (
    <div className={styles.trouble} role="alert" data-asks={asks}>
      <span>
        <Icon name="alert" size={14} />
        {one.problem ? sentenceOf(one.problem, i18n) : <Trans>Not sent.</Trans>}
      </span>
      <span className={styles.troubleActs}>
        {asks ? (
          <Button small look="main" onClick={() => sendAnyway(one)}>
            <Trans>Send anyway</Trans>
          </Button>
        ) : (
          (!one.problem || mayRetry(one.problem)) && (
            <Button small onClick={() => retry(one)}>
              <Trans>Try again</Trans>
            </Button>
          )
        )}
        {one.kind === 'file' ? (
          <Button small look="plain" onClick={() => takeBack(one)}>
            <Trans>Remove</Trans>
          </Button>
        ) : (
          <Button small look="plain" onClick={() => onEdit(takeBack(one))}>
            <Trans>Back to the draft</Trans>
          </Button>
        )}
      </span>
    </div>
  );
}
