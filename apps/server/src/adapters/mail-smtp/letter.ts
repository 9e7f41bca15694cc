import MailComposer from 'nodemailer/lib/mail-composer';
import type { Outgoing } from '../../modules/outreach/gateway.ports.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`)
    .join('\n');

/** The address out of `Shop <shop@example.com>`. */
export const addressOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

/** The same message has the same id however often it is handed over: whoever gets it twice can tell. */
export const messageIdOf = (key: string, from: string): string =>
  `<${key}@${addressOf(from).split('@')[1] ?? 'localhost'}>`;

const htmlOf = ({ text, unsubscribeUrl }: Outgoing): string => {
  const link = unsubscribeUrl
    ? `<hr><p><small><a href="${escapeHtml(unsubscribeUrl)}">退订 · 取消訂閱 · Unsubscribe</a></small></p>`
    : '';
  return `<!doctype html><html><body>${paragraphs(text)}${link}</body></html>`;
};

/** A letter as it goes over the line: text and plain HTML, marked as sent by a machine (RFC 3834, RFC 8058). */
export function letterOf(message: Outgoing, from: string): Promise<Buffer> {
  const { key, to, subject, text, unsubscribeUrl } = message;
  const composer = new MailComposer({
    from,
    to: { name: '', address: to },
    subject: (subject ?? text.slice(0, 60)).replace(/[\r\n]+/g, ' '),
    text: unsubscribeUrl
      ? `${text}\n\n--\n退订 · 取消訂閱 · Unsubscribe: ${unsubscribeUrl}\n`
      : text,
    html: htmlOf(message),
    messageId: messageIdOf(key, from),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(unsubscribeUrl
        ? {
            'List-Unsubscribe': `<${unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
  });
  return new Promise((done, fail) =>
    composer.compile().build((error, built) => (error ? fail(error) : done(built as Buffer))),
  );
}
