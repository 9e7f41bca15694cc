import { type ReplyOf, scripts } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { money, percent } from '../../lib/format.ts';
import { useReply } from '../../lib/query.ts';
import styles from './Library.module.css';

export type Figure = ReplyOf<typeof scripts.listScriptFigures>['items'][number];
type Outcome = Omit<Figure, 'scriptId' | 'title' | 'variants' | 'better'>;

/** What each script brought, by its id. */
export function useFigures(): ReadonlyMap<string, Figure> {
  const { data } = useReply(scripts.listScriptFigures, {});
  return new Map((data?.items ?? []).map((figure) => [figure.scriptId, figure]));
}

/** Answered, ordered, paid as three small bars; the range in words on hover. */
export function Bars({ figure }: { figure: Figure }) {
  const { t } = useLingui();
  const { used, replied, ordered, paid } = figure;
  return (
    <span
      className={styles.bars}
      title={t`${used} used · ${percent(replied.share)} answered · ${percent(ordered.share)} ordered · ${percent(paid.share)} paid`}
      data-few={!figure.enough || undefined}
    >
      <small>{used}</small>
      {[replied, ordered, paid].map(({ share }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three fixed bars
        <i key={n} style={{ height: `${Math.max(6, share * 100)}%` }} data-bar={n} />
      ))}
    </span>
  );
}

function Share({ name, of }: { name: string; of: Outcome['paid'] }) {
  const { t } = useLingui();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span
          className={styles.range}
          title={t`True value between ${percent(of.low)} and ${percent(of.high)}`}
        >
          <i
            style={{ left: `${of.low * 100}%`, width: `${Math.max(1, (of.high - of.low) * 100)}%` }}
          />
          <b style={{ left: `${of.share * 100}%` }} />
        </span>
      </td>
      <td>{percent(of.share)}</td>
      <td className={styles.soft}>
        {percent(of.low)}–{percent(of.high)}
      </td>
    </tr>
  );
}

function Table({ outcome }: { outcome: Outcome }) {
  const { t } = useLingui();
  return (
    <>
      <p className={styles.soft}>
        <Trans>
          {outcome.used} used, {outcome.edited} changed before sending (
          {percent(outcome.editedShare)} of the text)
        </Trans>
        {outcome.paidMinor > 0 && ` · ${money(outcome.paidMinor, outcome.currency)}`}
        {!outcome.enough && <b className={styles.few}> {t`Too few to say`}</b>}
      </p>
      <table className={styles.shares}>
        <tbody>
          <Share name={t`Answered in 10 min`} of={outcome.replied} />
          <Share name={t`Ordered in 24 h`} of={outcome.ordered} />
          <Share name={t`Paid in 24 h`} of={outcome.paid} />
        </tbody>
      </table>
    </>
  );
}

/** SCR-04: what a script brought, its variants apart, with how sure that is. */
export function OutcomeOf({ scriptId }: { scriptId: string }) {
  const { t } = useLingui();
  const { data } = useReply(scripts.listScriptFigures, { scriptId });
  const figure = data?.items[0];
  if (!data) return null;
  if (!figure)
    return <p className={styles.soft}>{t`Not used yet. What comes of it will stand here.`}</p>;
  const best = figure.better === null ? null : 'ABCD'[figure.better];
  return (
    <div className={styles.outcome}>
      <Table outcome={figure} />
      {figure.variants.length > 1 &&
        figure.variants.map(({ variant, ...outcome }) => (
          <section key={variant}>
            <h3>{t`Variant ${'ABCD'[variant]}`}</h3>
            <Table outcome={outcome} />
          </section>
        ))}
      {figure.variants.length > 1 && (
        <p>
          {best
            ? t`Variant ${best} is paid for more often, beyond chance.`
            : t`No variant is better beyond chance yet.`}
        </p>
      )}
    </div>
  );
}
