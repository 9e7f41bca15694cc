import { scripts } from '@guitai/contract';
import type { Browser } from '../../../test/office.ts';
import { clientKey } from '../../../test/talk.ts';

/** A content of one Chinese text. */
export const text = (words: string): scripts.ScriptContentShape => ({
  variants: [{ parts: [{ kind: 'text', text: { 'zh-CN': words } }] }],
});

/** A published script of the team. */
export const published = (
  who: Browser,
  title: string,
  content: scripts.ScriptContentShape | string,
  more: Partial<{
    scope: scripts.ScriptScopeWord;
    shopId: string;
    code: string;
    folderId: string;
  }> = {},
) =>
  who.call(scripts.createScript, {
    scope: 'team',
    title,
    content: typeof content === 'string' ? text(content) : content,
    publish: true,
    ...more,
  });

export interface At {
  readonly conversationId: string;
  readonly scriptId: string;
}

/** Sends one message of the first variant of a script. */
export const sendPart = (
  { conversationId, scriptId }: At,
  more: Partial<{
    clientKey: string;
    useKey: string;
    version: number;
    variant: number;
    part: number;
    text: string;
    orderId: string;
    sure: boolean;
    question: string;
  }> = {},
) => ({
  conversationId,
  scriptId,
  clientKey: clientKey(),
  useKey: clientKey(),
  version: 1,
  variant: 0,
  part: 0,
  ...more,
});
