import { offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { count, money } from '../../lib/format.ts';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './form.module.css';
import { rungWords } from './offers.words.ts';

/** What each step of the ladder brought in the last 90 days. */
export function Results({ shopId }: { shopId: string }) {
  const { t, i18n } = useLingui();
  const { data, error } = useReply(offers.getOfferResults, { shopId });
  useFresh(['concession.'], [offers.getOfferResults]);
  const show = (minor: number | null) =>
    minor === null || !data ? '–' : money(minor, data.currency);
  return (
    <Section
      wide
      title={t`What it brought`}
      hint={t`By step: offered, taken, paid; what it cost, and what was kept.`}
    >
      <Refusal refusal={error} />
      {data && data.bargains === 0 && (
        <Empty
          act={<Link href="/inbox">{t`To the chats`}</Link>}
        >{t`Once a step of the ladder was offered in a chat, this tells what came of it.`}</Empty>
      )}
      {data && data.bargains > 0 && (
        <div className={styles.wide}>
          <table className={styles.results}>
            <thead>
              <tr>
                <th scope="col">{t`Step`}</th>
                <th scope="col">{t`Offered`}</th>
                <th scope="col">{t`Taken`}</th>
                <th scope="col">{t`Paid`}</th>
                <th scope="col">{t`Cost`}</th>
                <th scope="col">{t`Paid orders`}</th>
                <th scope="col">{t`Margin kept`}</th>
              </tr>
            </thead>
            <tbody>
              {data.rungs.map((one) => (
                <tr key={one.rung}>
                  <th scope="row">{i18n._(rungWords[one.rung])}</th>
                  <td>{count(one.offered)}</td>
                  <td>{count(one.accepted)}</td>
                  <td>{count(one.paid)}</td>
                  <td>{show(one.costMinor)}</td>
                  <td>{show(one.paidMinor)}</td>
                  <td>{show(one.marginMinor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
