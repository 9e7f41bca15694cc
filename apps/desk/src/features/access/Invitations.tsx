import { access } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { usePages } from '../../lib/pages.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { roleWords } from './access.words.ts';
import styles from './team.module.css';

const stateWords = {
  waiting: msg({ message: 'Waiting', context: 'invitation' }),
  accepted: msg({ message: 'Accepted', context: 'invitation' }),
  withdrawn: msg({ message: 'Withdrawn', context: 'invitation' }),
  expired: msg({ message: 'Expired', context: 'invitation' }),
};

/** Invitations, newest first; one that waits can be withdrawn. */
export function Invitations() {
  const { t, i18n } = useLingui();
  const pages = usePages(access.listInvitations, { limit: 20 });
  const withdraw = useAct(access.withdrawInvitation, () => refresh(access.listInvitations));
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={1} />;
  if (pages.items.length === 0)
    return <p className={styles.soft}>{t`Nobody is invited at the moment.`}</p>;
  return (
    <>
      <Refusal refusal={withdraw.refusal} onClose={withdraw.reset} />
      <Rows label={t`Invitations`}>
        {pages.items.map((one) => (
          <Row
            key={one.id}
            quiet={one.state !== 'waiting'}
            title={one.name ? `${one.name} · ${one.email}` : one.email}
            sub={
              <>
                {one.invitedBy && <>{t`by ${one.invitedBy.name}`} · </>}
                {one.state === 'waiting' ? (
                  <>
                    {t`good until`} <When at={one.expiresAt} form="dateTime" />
                  </>
                ) : (
                  <When at={one.createdAt} form="dateTime" />
                )}
              </>
            }
            facts={
              <>
                <span>{i18n._(roleWords[one.role])}</span>
                <Word tone={one.state === 'waiting' ? 'soon' : 'quiet'}>
                  {i18n._(stateWords[one.state])}
                </Word>
              </>
            }
            acts={
              one.can.includes('withdrawInvitation') && (
                <Button
                  small
                  look="plain"
                  busy={withdraw.busy}
                  onClick={() => void withdraw.run({ invitationId: one.id })}
                >
                  {t`Withdraw`}
                </Button>
              )
            }
          />
        ))}
      </Rows>
      {!pages.atEnd && (
        <div>
          <Button busy={pages.busy} onClick={pages.more}>
            {t`Earlier ones`}
          </Button>
        </div>
      )}
    </>
  );
}
