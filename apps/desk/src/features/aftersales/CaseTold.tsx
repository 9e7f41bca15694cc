import type { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { kindWords, stepWords } from './aftersales.words.ts';

interface Told {
  readonly caseId?: string;
  readonly caseKind?: aftersales.CaseKindWord;
  readonly caseState?: aftersales.CaseStateWord;
  readonly decision?: string;
  readonly lines?: readonly { readonly title: string; readonly quantity: number }[];
}

/** What an act did to a case, in the words of whoever reads it; nothing where it belongs to none. */
export function CaseTold({ params }: { params: Readonly<Record<string, unknown>> }) {
  const { t, i18n } = useLingui();
  const { caseId, caseKind, caseState, decision, lines = [] } = params as Told;
  if (!caseId || !caseKind || !caseState) return null;
  const goods = lines.map(({ title, quantity }) => `${title} ×${quantity}`).join(t`, `);
  const words = [i18n._(kindWords[caseKind]), i18n._(stepWords[caseState]), goods];
  return (
    <>
      <p>
        <Link href={`/aftersales/${caseId}`}>{words.filter(Boolean).join(' · ')}</Link>
      </p>
      {decision && <p>{decision}</p>}
    </>
  );
}
