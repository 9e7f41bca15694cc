import type { Route } from './kernel/route.ts';
import { errorText } from './kernel/texts.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

function entry({ endpoint, permission }: Route): string {
  const refusals = (endpoint.errors ?? [])
    .map(
      (code) =>
        `<li><code>${escaped(code)}</code> ${errorText(code)?.status ?? ''} ${escaped(errorText(code)?.en ?? '')}</li>`,
    )
    .join('');
  return `<section id="${endpoint.id}"><h3><b>${endpoint.method}</b> <code>/api${escaped(endpoint.path)}</code></h3>
<p>${escaped(endpoint.summary)}</p><p><small>${endpoint.id} · ${escaped(permission)}</small></p>${refusals ? `<ul>${refusals}</ul>` : ''}</section>`;
}

/** The API's documentation for people: plain HTML without scripts, made from the mounted routes. */
export function docsPage(routes: readonly Route[], version: string): string {
  const groups = new Map<string, Route[]>();
  for (const route of routes) {
    const group = route.endpoint.path.split('/')[1] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), route]);
  }
  const body = [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, members]) => `<h2>${escaped(name)}</h2>${members.map(entry).join('')}`)
    .join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Guitai API</title><link rel="stylesheet" href="/api/docs.css"></head><body><main><h1>Guitai API ${escaped(version)}</h1>
<p>Machine-readable: <a href="/api/openapi.json">openapi.json</a>. Send <code>Authorization: Bearer gk_…</code>; add an <code>Idempotency-Key</code> to every mutation; lists page by <code>cursor</code>; refusals are problem documents (RFC 9457) with a stable <code>code</code>.</p>${body}</main></body></html>`;
}

/** Its style sheet. */
export const docsStyle = `:root{color-scheme:light dark}body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:0;background:Canvas;color:CanvasText}
main{max-width:860px;margin:0 auto;padding:32px 20px}h2{margin-top:40px;border-bottom:1px solid #8883}section{padding:6px 0 10px;border-bottom:1px solid #8882}h3{font-size:15px;margin:10px 0 2px;font-weight:400}h3 b{display:inline-block;min-width:58px;color:#0f766e}p{margin:2px 0}small{opacity:.75}ul{margin:4px 0;padding-left:20px;font-size:13px}code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.93em;overflow-wrap:anywhere}`;
