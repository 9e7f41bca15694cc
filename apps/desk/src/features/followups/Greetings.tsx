import { followups } from '@guitai/contract';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { SlotText } from '../../ui/SlotText.tsx';
import { slotsOf } from '../../ui/slot.words.ts';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { dayNames } from './followup.words.ts';
import styles from './followups.module.css';
import { GreetingDialog } from './GreetingDialog.tsx';

const blank = {
  kind: 'own' as const,
  ...{ name: '', month: null, day: null, on: false, at: '10:00', nextOn: null, sent: 0 },
  text: { 'zh-CN': '', 'zh-TW': '', en: '' },
  audience: { boughtWithinDays: 365, tag: null },
  can: ['setGreeting'],
};

/** Days of the calendar in the order in which they come; each is off until somebody has seen who would get it. */
export default function Greetings({ shopId }: { shopId: string }) {
  const { t, i18n } = useLingui();
  const may = useMay('followups.manage');
  const { data, error } = useReply(followups.listGreetings, { shopId });
  const [open, setOpen] = useState<followups.GreetingShape>();
  const remove = useAct(followups.removeGreeting, () => refresh(followups.listGreetings));
  if (error) return <Refusal refusal={error} />;
  if (!data) return <Lines count={8} />;
  const nameOf = ({ key, name }: followups.GreetingShape) =>
    dayNames[key] ? i18n._(dayNames[key]) : name;
  return (
    <section aria-label={t`Greetings`}>
      <div className={styles.bar}>
        <p className={styles.soft}>
          <Trans>
            Sent as marketing: opt-outs, caps and quiet hours hold, and nobody gets one twice.
          </Trans>
        </p>
        {may && (
          <Button
            small
            onClick={() => setOpen({ ...blank, key: `own-${Date.now().toString(36)}` })}
          >
            {t`Add a date`}
          </Button>
        )}
      </div>
      <Refusal refusal={remove.refusal} onClose={remove.reset} />
      <Rows label={t`Greetings`}>
        {data.items.map((one) => (
          <Row
            key={one.key}
            quiet={!one.on}
            title={
              <>
                <b>{nameOf(one)}</b>
                <Word tone={one.on ? 'good' : 'quiet'}>
                  {one.on
                    ? t({ message: 'on', context: 'greeting' })
                    : t({ message: 'off', context: 'greeting' })}
                </Word>
              </>
            }
            sub={
              <>
                {one.kind === 'birthday' ? (
                  <Plural
                    value={data.birthdays}
                    one="# birthday is known"
                    other="# birthdays are known"
                  />
                ) : (
                  one.nextOn && <When at={`${one.nextOn}T12:00:00`} form="day" />
                )}{' '}
                {one.at}
                {one.sent > 0 && (
                  <>
                    {' · '}
                    <Plural value={one.sent} one="# sent so far" other="# sent so far" />
                  </>
                )}
                <span className={styles.text}>
                  <SlotText
                    text={one.text[i18n.locale as 'en'] || one.text['zh-CN']}
                    slots={slotsOf(['buyer', 'shop'], i18n)}
                  />
                </span>
              </>
            }
            acts={
              <>
                {one.can.includes('setGreeting') && (
                  <Button small onClick={() => setOpen(one)}>
                    {t({ message: 'Set up…', context: 'greeting' })}
                  </Button>
                )}
                {one.can.includes('removeGreeting') && (
                  <Button
                    small
                    look="plain"
                    busy={remove.busy}
                    onClick={() => void remove.run({ shopId, key: one.key })}
                  >
                    {t({ message: 'Remove', context: 'greeting' })}
                  </Button>
                )}
              </>
            }
          />
        ))}
      </Rows>
      {open && (
        <GreetingDialog
          key={open.key}
          shopId={shopId}
          greeting={open}
          name={nameOf(open)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}
