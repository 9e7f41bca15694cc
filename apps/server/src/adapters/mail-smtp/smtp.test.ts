import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { playedLine } from '../../../test/gateway-line.ts';
import { smtpGateway } from './index.ts';

const open: SMTPServer[] = [];
afterEach(() =>
  Promise.all(
    open.splice(0).map((server) => new Promise<void>((done) => server.close(() => done()))),
  ),
);

type Mood = 'well' | 'full' | 'no' | 'silent';

/** A mail server on this machine, in the mood the test wants. */
async function mailServer(mood: { is: Mood }) {
  const letters: { from: string; to: string[]; raw: string }[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'shop' && password === 'pass'
        ? done(null, { user: 'shop' })
        : done(new Error('535 no')),
    onRcptTo(_address, _session, done) {
      const code = { well: 0, silent: 0, full: 452, no: 550 }[mood.is];
      if (code === 0) return done();
      return done(Object.assign(new Error('not now'), { responseCode: code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        letters.push({
          from,
          to: rcptTo.map((to) => to.address),
          raw: Buffer.concat(chunks).toString(),
        });
        if (mood.is !== 'silent') return done();
        for (const connection of server.connections) connection.close();
      });
    },
  });
  server.on('error', () => undefined);
  open.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as { port: number };
  return { letters, port };
}

const gatewayAt = (port: number, password = 'pass') =>
  smtpGateway.open(
    playedLine({
      options: {
        host: '127.0.0.1',
        port: String(port),
        user: 'shop',
        from: '茶舍 <shop@tea.example>',
      },
      secrets: { password },
    }),
  );

const message = {
  ...{ key: '0199-k', to: 'li@example.com', subject: '包裹\r\nBcc: x@y.example' },
  text: '您好 <b>李</b>\n第二行',
  unsubscribeUrl: 'https://desk.example/u?a=1&b=2',
};

describe('CMP-04 mails by SMTP', () => {
  it('one id per key, marked as a machine’s, with a way to say no; text and escaped HTML', async () => {
    const { letters, port } = await mailServer({ is: 'well' });
    const gateway = gatewayAt(port);
    expect(await gateway.send(message)).toEqual({ state: 'accepted', providerId: '0199-k' });
    await gateway.send(message);
    const ids = letters.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
    expect(ids).toEqual(['<0199-k@tea.example>', '<0199-k@tea.example>']);
    const raw = letters[0]?.raw ?? '';
    expect(letters[0]).toMatchObject({ from: 'shop@tea.example', to: ['li@example.com'] });
    const headers = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n\s+/g, ' ');
    expect(headers).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(headers).toMatch(/^List-Unsubscribe: <https:\/\/desk\.example\/u\?a=1&b=2>$/im);
    expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/im);
    expect(headers).not.toMatch(/^Bcc:/im);
    const bodies = raw
      .split(/\r\n\r\n/)
      .slice(1)
      .join('\n');
    const decoded = [...bodies.matchAll(/[A-Za-z0-9+/=\r\n]{40,}/g)]
      .map(([part]) => Buffer.from(part, 'base64').toString())
      .join('\n');
    const readable =
      decoded +
      bodies
        .replace(/=\r?\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    expect(readable).toContain('&lt;b&gt;');
    expect(readable).toContain('<br>');
  });

  it('what its answers mean: later, no, not let in, silence after the letter, nobody there', async () => {
    const mood: { is: Mood } = { is: 'full' };
    const { letters, port } = await mailServer(mood);
    const gateway = gatewayAt(port);
    expect(await gateway.send(message)).toMatchObject({
      state: 'refused',
      again: true,
      code: 'smtp_452',
    });
    mood.is = 'no';
    expect(await gateway.send(message)).toMatchObject({
      state: 'refused',
      again: false,
      code: 'smtp_550',
    });
    mood.is = 'silent';
    expect(await gateway.send(message)).toMatchObject({ state: 'unknown' });
    expect(letters).toHaveLength(1);
    expect(await gatewayAt(port, 'wrong').send(message)).toMatchObject({
      state: 'refused',
      denied: true,
    });
    expect(await gatewayAt(1).send(message)).toMatchObject({ state: 'not_sent' });
  });
});
