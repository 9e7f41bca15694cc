import { insight } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select, Switch } from 'antd';
import type { Catalogue } from '../../features/insight/figure.rules.ts';
import { ProfileForm } from '../../features/insight/ProfileForm.tsx';
import { SpecialDays } from '../../features/insight/SpecialDays.tsx';
import { refresh, useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Section } from '../../ui/Section.tsx';

/** How numbers are reckoned: the team's profile, its rules from a date on, days with other hours. */
export function RulesTab({ catalogue }: { catalogue: Catalogue | undefined }) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const update = useAct(insight.updateInsightSettings, () => refresh(insight.listMetrics));
  if (!catalogue) return <Lines count={6} />;
  const { settings, profiles, can } = catalogue;
  const may = can.includes('updateInsightSettings');
  return (
    <>
      <Section
        title={t`The team’s rules`}
        hint={t`By these, numbers are reckoned unless others are chosen above them.`}
      >
        <Select
          aria-label={t`The team’s rules`}
          style={{ minWidth: 220 }}
          disabled={!may}
          value={settings.profile}
          onChange={(profile: string) => void update.run({ profile })}
          options={profiles.map(({ id, name, secondHand }) => ({
            value: id,
            label: secondHand ? t`${name} · second hand` : name,
          }))}
        />
        <Refusal refusal={update.refusal} />
      </Section>
      <Section
        title={t`Rank`}
        hint={t`Whether people see where they stand among their colleagues. Leads always do.`}
      >
        <div>
          <Switch
            aria-label={t`People see their rank`}
            disabled={!may}
            checked={settings.rankVisible}
            onChange={(rankVisible) => void update.run({ rankVisible })}
          />
        </div>
      </Section>
      <Section
        title={t`Rules in detail`}
        hint={t`New rules hold from a day on; what was before keeps its own. What marketplaces demand is told at second hand: check your back office.`}
        wide
      >
        <ProfileForm profiles={profiles} start={settings.profile} may={may} />
      </Section>
      {shops.map(({ id, name }) => (
        <Section
          key={id}
          title={t`Special days of ${name}`}
          hint={t`Holidays, make-up days, sales: on these dates other hours hold. Without hours the shop is closed, and clocks rest.`}
        >
          <SpecialDays shopId={id} may={may} />
        </Section>
      ))}
    </>
  );
}
