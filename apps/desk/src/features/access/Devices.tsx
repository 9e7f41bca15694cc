import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';

/** Where one is signed in; each device can be signed out, or all others at once. */
export function Devices() {
  const { t } = useLingui();
  const sessions = useReply(access.listSessions, { limit: 100 });
  const again = () => refresh(access.listSessions);
  const end = useAct(access.endSession, again);
  const endOthers = useAct(access.endOtherSessions, again);
  if (sessions.error) return <Refusal refusal={sessions.error} />;
  if (!sessions.data) return <Lines count={2} />;
  const { items } = sessions.data;
  return (
    <>
      <Rows label={t`Devices`}>
        {items.map((session) => (
          <Row
            key={session.id}
            lead={
              <Icon
                name={/iOS|Android|iPhone|iPad/.test(session.device) ? 'phone' : 'screen'}
                size={20}
              />
            }
            title={
              <>
                {session.device}
                {session.current && <Word tone="good">{t`This device`}</Word>}
              </>
            }
            sub={
              <>
                {session.address} · {t`signed in`} <When at={session.createdAt} form="day" /> ·{' '}
                {t`last used`} <When at={session.lastSeenAt} form="ago" />
              </>
            }
            acts={
              !session.current && (
                <Button
                  small
                  busy={end.busy}
                  onClick={() => void end.run({ sessionId: session.id })}
                >
                  {t`Sign out`}
                </Button>
              )
            }
          />
        ))}
      </Rows>
      <Refusal refusal={end.refusal ?? endOthers.refusal} />
      {items.length > 2 && (
        <div>
          <Button busy={endOthers.busy} onClick={() => void endOthers.run({})}>
            {t`Sign all other devices out`}
          </Button>
        </div>
      )}
    </>
  );
}
