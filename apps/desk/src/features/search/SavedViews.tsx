import { conversations } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { useMay, useSelf } from '../../lib/session.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './SavedViews.module.css';
import { shortCount, useSavedViews } from './saved.ts';

type View = conversations.SavedViewShape;

interface Props {
  readonly filter: View['filter'];
  readonly onOpen: (filter: View['filter']) => void;
}

const again = () => refresh(conversations.listSavedViews);

/** Filters kept under a name, with what is in them now; and a place to keep those of this moment. */
export function SavedViews({ filter, onOpen }: Props) {
  const { t } = useLingui();
  const views = useSavedViews();
  const remove = useAct(conversations.deleteSavedView, again);
  return (
    <div className={styles.views}>
      {views.data?.items.map((view) => (
        <span key={view.id} className={styles.view}>
          <Button small onClick={() => onOpen(view.filter)}>
            {view.name} <small>{shortCount(view.count)}</small>
          </Button>
          {view.can.includes('deleteSavedView') && (
            <IconButton
              name={t`Take away ${view.name}`}
              onClick={() => void remove.run({ savedViewId: view.id })}
            >
              <Icon name="close" size={12} />
            </IconButton>
          )}
        </span>
      ))}
      <Keep filter={filter} />
      <Refusal refusal={remove.refusal ?? views.error} onClose={remove.reset} />
    </div>
  );
}

function Keep({ filter }: { filter: View['filter'] }) {
  const { t } = useLingui();
  const mayShare = useMay('shops.manage');
  const { member, shops } = useSelf();
  const shopId = filter.shopId ?? (shops.length === 1 ? shops[0]?.id : undefined);
  const [name, setName] = useState('');
  const [scope, setScope] = useState<View['scope']>('personal');
  const create = useAct(conversations.createSavedView, () => {
    setName('');
    again();
  });
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim())
      void create.run({
        name: name.trim(),
        scope,
        filter,
        ...(scope === 'shop' && shopId ? { shopId } : {}),
      });
  };
  return (
    <form className={styles.keep} onSubmit={keep}>
      <input
        value={name}
        maxLength={60}
        aria-label={t`Name of the view`}
        placeholder={t`Keep these filters as …`}
        onChange={({ target }) => setName(target.value)}
      />
      {mayShare && (
        <select
          aria-label={t`Who sees it`}
          value={scope}
          onChange={({ target }) => setScope(target.value as View['scope'])}
        >
          <option value="personal">{t`Only me`}</option>
          {member.shopIds === null && <option value="team">{t`The team`}</option>}
          {shopId && <option value="shop">{t`This shop`}</option>}
        </select>
      )}
      <Button small type="submit" disabled={!name.trim()} busy={create.busy}>
        <Trans>Keep</Trans>
      </Button>
      <Refusal refusal={create.refusal} onClose={create.reset} />
    </form>
  );
}
