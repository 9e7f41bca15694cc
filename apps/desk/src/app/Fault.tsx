import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';

/** A fault of ours in one screen: says so, keeps the rest of the desk standing. */
export class Fault extends Component<{ children: ReactNode }, { fault?: unknown }> {
  override state: { fault?: unknown } = {};

  static getDerivedStateFromError(fault: unknown) {
    return { fault };
  }

  override render(): ReactNode {
    if (this.state.fault === undefined) return this.props.children;
    return (
      <Empty
        act={
          <Button look="main" onClick={() => location.reload()}>
            {i18n._(msg`Load again`)}
          </Button>
        }
      >
        {i18n._(msg`This part of the desk stopped working. Your drafts are kept on the server.`)}
      </Empty>
    );
  }
}
