import { useLingui } from '@lingui/react/macro';
import { Tooltip } from 'antd';
import type { ReactElement } from 'react';
import type { Metric } from './figure.rules.ts';

/** What a number means, where it stands: on hover and on focus. */
export function Definition({ metric, children }: { metric: Metric; children: ReactElement }) {
  const { t } = useLingui();
  return (
    <Tooltip
      title={
        <>
          <b>{metric.name}</b>
          <br />
          {metric.definition}
          <br />
          <small>{t`Click for the rows behind it`}</small>
        </>
      }
      styles={{ container: { maxWidth: 340 } }}
      mouseEnterDelay={0.25}
    >
      {children}
    </Tooltip>
  );
}
