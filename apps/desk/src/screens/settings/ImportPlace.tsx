import { importing } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useLocation, useParams } from 'wouter';
import { productStatusWords } from '../../features/catalog/catalog.words.ts';
import { ImportHistory } from '../../features/importing/ImportHistory.tsx';
import { ImportRun } from '../../features/importing/ImportRun.tsx';
import { ImportStart } from '../../features/importing/ImportStart.tsx';
import type { WordNames } from '../../features/importing/WordChoices.tsx';
import { parcelWords, paymentWords, statusWords } from '../../features/orders/orders.words.ts';
import { useFresh } from '../../lib/fresh.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';

/** Bringing the files of a shop in; or one run and its result. */
export default function ImportPlace() {
  const { t } = useLingui();
  const [, go] = useLocation();
  const { importId } = useParams<{ importId?: string }>();
  const names = useWordNames();
  useFresh(['import.'], [importing.listImports, importing.getImport], 500);
  const open = (id: string) => go(`/settings/import/${id}`);
  if (importId) {
    return (
      <>
        <PageHead title={t`Import`} back="/settings/import" />
        <ImportRun key={importId} importId={importId} onStarted={open} />
      </>
    );
  }
  return (
    <>
      <PageHead
        title={t`Import`}
        lead={t`Products, buyers, orders, parcels and knowledge from the files of your shop system. First they are only checked; the same file twice changes nothing.`}
        back="/settings"
        backWhenNarrow
      />
      <ImportStart names={names} onStarted={open} />
      <div style={{ height: 28 }} />
      <Section wide title={t`Earlier imports`}>
        <ImportHistory />
      </Section>
    </>
  );
}

/** Our closed lists of words with their names. */
function useWordNames(): WordNames {
  const { t, i18n } = useLingui();
  const options = (words: Readonly<Record<string, (typeof statusWords)['placed']>>) =>
    Object.entries(words).map(([value, name]) => ({ value, label: i18n._(name) }));
  return {
    orderStatus: options(statusWords),
    productStatus: options(productStatusWords),
    parcelStatus: options(parcelWords),
    paymentKind: options(paymentWords),
    direction: [
      { value: 'payment', label: t({ message: 'Payment', context: 'direction' }) },
      { value: 'refund', label: t({ message: 'Refund', context: 'direction' }) },
    ],
  };
}
