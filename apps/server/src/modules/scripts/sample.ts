import type { TeamActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { Content } from './content.rules.ts';
import { everydayLines } from './everyday.ts';
import { insertFolder } from './folder.store.ts';
import { adoptInto } from './playbook.ts';
import { playbooks } from './playbooks/index.ts';
import { said } from './playbooks/shape.ts';
import type { Home } from './reach.ts';
import { addVersion, saveScriptRow } from './script.store.ts';
import { spell } from './spell.ts';
import { saveWords } from './word.store.ts';

const everyday = said('日常', '日常', 'Every day');

/** The library a sample shop begins with: everyday lines, two playbooks, and words its people mind. */
export async function adoptSample(actor: TeamActor, tx: Tx, shopId: string): Promise<void> {
  const home: Home = { scope: 'shop', ownerId: null, shopId };
  const { locale } = actor;
  const folderId = newId();
  const folder = { ...home, id: folderId, parentId: null, name: everyday[locale], position: 1 };
  await insertFolder(tx, { ...folder, playbook: null });
  for (const { code, title, text } of everydayLines) {
    const content: Content = { variants: [{ parts: [{ kind: 'text', text }] }] };
    const place = { folderId, code, playbook: null, step: null, title: title[locale], content };
    const row = { ...home, ...place, id: newId(), version: 1, publishedVersion: 1 };
    await saveScriptRow(tx, { ...row, state: 'published', ...(await spell(row.title, content)) });
    const { id: scriptId, title: called } = row;
    const first = { scriptId, version: 1, title: called, content, state: 'published' } as const;
    await addVersion(tx, { ...first, authorId: null });
  }
  for (const book of playbooks) await adoptInto(actor, tx, home, book);
  await saveWords(tx, ['加微信', '支付宝转账', '第一品牌'], {
    shopId,
    level: 'block',
    reason: said(
      '平台外交易或广告法用语',
      '平台外交易或廣告法規用語',
      'Deals outside the shop, or words the law forbids',
    )[locale],
  });
  await saveWords(tx, ['保证', '绝对'], {
    shopId,
    level: 'warn',
    reason: said('承诺前请确认做得到', '承諾前請確認做得到', 'Promise only what can be kept')[
      locale
    ],
  });
}
