import { channels } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Switch } from 'antd';
import { useState } from 'react';
import { type Locale, locales } from '../../lib/api.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { ColourField } from '../../ui/ColourField.tsx';
import { CopyBox } from '../../ui/Copy.tsx';
import { Editable } from '../../ui/Editable.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Channel } from './ChannelList.tsx';
import { ChatPreview } from './ChatPreview.tsx';
import styles from './channel.module.css';
import { IdentitySecret } from './IdentitySecret.tsx';
import { Origins } from './Origins.tsx';
import { scriptTag } from './origins.rules.ts';
import { PreChat } from './PreChat.tsx';
import { Words } from './Words.tsx';

type Change = Partial<
  Pick<Channel, 'name' | 'enabled' | 'origins' | 'colour' | 'greeting' | 'awayNotice' | 'preChat'>
>;

interface Props {
  readonly channel: Channel;
  readonly shopName: string;
  readonly may: boolean;
}

/** The chat of one site: tag, domains, colour, words, what is asked first; with a picture of how it looks. */
export function ChannelForm({ channel, shopName, may }: Props) {
  const { t, i18n } = useLingui();
  const [change, setChange] = useState<Change>({});
  const [spoken, setSpoken] = useState<Locale>(i18n.locale as Locale);
  const save = useAct(channels.updateWebChannel, () => {
    setChange({});
    refresh(channels.listWebChannels);
  });
  const now = { ...channel, ...change };
  const set = (part: Change) => setChange((before) => ({ ...before, ...part }));
  const good = now.name.trim() !== '' && /^#[0-9a-f]{6}$/i.test(now.colour);
  return (
    <Editable may={may}>
      <Section
        title={t`On your pages`}
        hint={t`Paste this line before </body> of every page that shall carry the chat.`}
      >
        <CopyBox
          lines={3}
          label={t`Script tag`}
          text={scriptTag(location.origin, channel.site, now.colour)}
        />
        <Field label={t`Domains`} hint={t`The chat opens on these and nowhere else.`} width={600}>
          {(field) => (
            <Origins field={field} value={now.origins} onChange={(origins) => set({ origins })} />
          )}
        </Field>
        <div className={styles.switch}>
          <Switch
            aria-label={t`The chat is on`}
            checked={now.enabled}
            onChange={(enabled) => set({ enabled })}
          />
          <span>{now.enabled ? t`Buyers can write` : t`Switched off: nobody can write here`}</span>
        </div>
      </Section>
      <Section title={t`Looks and words`} hint={t`What buyers see.`}>
        <div className={styles.looks}>
          <div className={styles.fields}>
            <Field
              label={t({ message: 'Name', context: 'thing' })}
              hint={t`Only for you, e.g. main site.`}
            >
              {(field) => (
                <Input
                  {...field}
                  maxLength={100}
                  value={now.name}
                  onChange={(event) => set({ name: event.target.value })}
                />
              )}
            </Field>
            <Field label={t`Colour`}>
              {({ id }) => (
                <ColourField id={id} value={now.colour} onChange={(colour) => set({ colour })} />
              )}
            </Field>
            <Words
              locales={locales}
              spoken={spoken}
              onSpoken={setSpoken}
              greeting={now.greeting}
              awayNotice={now.awayNotice}
              onGreeting={(greeting) => set({ greeting })}
              onAwayNotice={(awayNotice) => set({ awayNotice })}
            />
          </div>
          <ChatPreview
            shopName={shopName}
            colour={good ? now.colour : channel.colour}
            greeting={now.greeting[spoken] ?? ''}
            locale={spoken}
          />
        </div>
      </Section>
      <Section
        title={t`Asked before the first word`}
        hint={t`What a buyer states proves nothing; it only helps to call back.`}
      >
        <PreChat value={now.preChat} onChange={(preChat) => set({ preChat })} />
      </Section>
      <Section
        title={t`Buyers signed in on your site`}
        hint={t`Your server vouches for them with the identity secret; then they see their own orders in the chat.`}
      >
        <IdentitySecret channelId={channel.id} />
      </Section>
      <Refusal refusal={save.refusal} />
      <SaveBar
        changed={Object.keys(change).length > 0}
        possible={good}
        busy={save.busy}
        onSave={() => void save.run({ channelId: channel.id, ...change })}
        onForget={() => setChange({})}
      />
    </Editable>
  );
}
