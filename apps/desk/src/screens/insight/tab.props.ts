import type { Catalogue } from '../../features/insight/figure.rules.ts';
import type { useInsightScope } from '../../features/insight/scope.ts';

/** What every part of the page is given. */
export interface TabProps {
  readonly scope: ReturnType<typeof useInsightScope>;
  readonly catalogue: Catalogue | undefined;
  /** Shows the rows behind a metric. */
  readonly onRows: (metric: string, memberId?: string) => void;
}
