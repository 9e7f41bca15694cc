import type { Locale } from '../../kernel/actor.ts';

type Words = Readonly<Record<'title' | 'ask' | 'no' | 'done' | 'undo' | 'undone' | 'note', string>>;

const words: Readonly<Record<'zh-CN' | 'zh-TW' | 'en', Words>> = {
  'zh-CN': {
    title: '退订邮件',
    ask: '不再接收「{shop}」的此类邮件？',
    no: '退订',
    done: '已退订，「{shop}」不会再给您发送此类邮件。',
    undo: '撤销',
    undone: '已撤销，您会继续收到「{shop}」的邮件。',
    note: '订单相关的重要事项，店铺客服仍可能人工联系您。',
  },
  'zh-TW': {
    title: '取消訂閱',
    ask: '不再收到「{shop}」的這類郵件？',
    no: '取消訂閱',
    done: '已取消訂閱，「{shop}」不會再寄這類郵件給您。',
    undo: '復原',
    undone: '已復原，您會繼續收到「{shop}」的郵件。',
    note: '若訂單有重要事項，商店客服仍可能親自聯絡您。',
  },
  en: {
    title: 'Unsubscribe',
    ask: 'No more mails of this kind from “{shop}”?',
    no: 'Unsubscribe',
    done: 'Done. “{shop}” will not send you mails of this kind any more.',
    undo: 'Undo',
    undone: 'Undone. You will go on receiving mails from “{shop}”.',
    note: 'About an order of yours a person of the shop may still write to you.',
  },
};

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

const style = `body{font:16px/1.6 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1.25rem;color:#222;background:#fafafa}
button{font:inherit;padding:.6rem 1.4rem;border:0;border-radius:.5rem;background:#1f5fd0;color:#fff;cursor:pointer}
button.quiet{background:none;color:#1f5fd0;padding:.6rem 0;text-decoration:underline}small{color:#666}
@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#161718}small{color:#9a9a9a}button.quiet{color:#8ab4ff}}`;

/** The page behind an unsubscribe link, in one of its three states; works without script. */
export function unsubscribePage(
  locale: Locale,
  state: 'ask' | 'done' | 'undone',
  shop: string,
  path: string,
): string {
  const w = words[locale];
  const said = escapeHtml(w[state].replace('{shop}', shop));
  const action = escapeHtml(state === 'done' ? `${path}?undo=true` : path);
  const label = state === 'done' ? w.undo : w.no;
  const button = `<form method="post" action="${action}"><button${state === 'ask' ? '' : ' class="quiet"'}>${label}</button></form>`;
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${w.title}</title><style>${style}</style><main><p role="status">${said}</p>${button}<p><small>${w.note}</small></p></main></html>`;
}
