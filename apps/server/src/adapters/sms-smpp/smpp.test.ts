import smpp, { type Pdu, type Server, type Session } from 'smpp';
import { afterEach, describe, expect, it } from 'vitest';
import { playedLine } from '../../../test/gateway-line.ts';
import { smppGateway } from './index.ts';

interface Centre {
  readonly port: number;
  readonly submitted: Pdu[];
  readonly heard: Pdu[];
  session(): Session;
  answer: (pdu: Pdu) => { command_status?: number } | null;
}

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A message centre on this machine. */
async function centre(bind = 0): Promise<Centre> {
  const sessions: Session[] = [];
  const submitted: Pdu[] = [];
  const heard: Pdu[] = [];
  const server: Server = smpp.createServer((session) => {
    sessions.push(session);
    session.on('error', () => undefined);
    session.on('bind_transceiver', (pdu: Pdu) =>
      session.send(pdu.response({ command_status: bind })),
    );
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
    session.on('deliver_sm_resp', (pdu: Pdu) => heard.push(pdu));
    session.on('submit_sm', (pdu: Pdu) => {
      submitted.push(pdu);
      const answer = made.answer(pdu);
      if (answer) session.send(pdu.response({ message_id: `m${submitted.length}`, ...answer }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => {
    for (const session of sessions) session.destroy();
    return new Promise<void>((done) => server.close(() => done()));
  });
  const made: Centre = {
    ...{ port: server.address().port, submitted, heard, answer: () => ({}) },
    session: () => sessions.at(-1) as Session,
  };
  return made;
}

function gatewayAt(port: number, hear?: (told: readonly unknown[]) => Promise<void>) {
  const options = { host: '127.0.0.1', port: String(port), systemId: 'guitai', from: '1069' };
  const line = playedLine({ options, secrets: { password: 'pass' }, ...(hear ? { hear } : {}) });
  const gateway = smppGateway.open(line);
  closing.push(() => gateway.close?.());
  return { line, gateway };
}

const message = { key: 'k-1', to: '+8613812345678', subject: null, unsubscribeUrl: null };
const until = async (is: () => boolean) => {
  for (let n = 0; n < 400 && !is(); n += 1) await new Promise((done) => setTimeout(done, 10));
  expect(is()).toBe(true);
};

describe('SMS-01 a message centre by SMPP', () => {
  it('a short message in one part, by the GSM alphabet or as UCS-2', async () => {
    const c = await centre();
    const { gateway } = gatewayAt(c.port);
    expect(await gateway.send({ ...message, text: 'Hello' })).toEqual({
      ...{ state: 'accepted', providerId: 'm1', parts: 1 },
    });
    await gateway.send({ ...message, text: '您好' });
    const [latin, chinese] = c.submitted;
    expect(latin).toMatchObject({
      data_coding: 0,
      destination_addr: '8613812345678',
      source_addr: '1069',
    });
    expect(latin?.short_message?.message).toBe('Hello');
    expect(chinese).toMatchObject({ data_coding: 8, registered_delivery: 1 });
    expect(chinese?.short_message?.message).toBe('您好');
  });

  it.each([
    ['您的包裹已发出。'.repeat(20), 8, 67],
    ['Your parcel {1} has left us. '.repeat(12), 0, 153],
  ])('a long message in parts with one number, that join to it', async (text, coding, most) => {
    const c = await centre();
    const { gateway } = gatewayAt(c.port);
    const answer = await gateway.send({ ...message, text });
    const parts = c.submitted.map((pdu) => ({
      udh: pdu.short_message?.udh?.[0],
      text: String(pdu.short_message?.message),
      coding: pdu.data_coding,
      receipt: pdu.registered_delivery,
    }));
    expect(parts.length).toBeGreaterThan(1);
    expect(answer).toEqual({
      state: 'accepted',
      providerId: `m${parts.length}`,
      parts: parts.length,
    });
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(new Set(parts.map(({ udh }) => udh?.subarray(0, 4).toString('hex'))).size).toBe(1);
    parts.forEach((part, n) => {
      expect([...(part.udh ?? [])].slice(-2)).toEqual([parts.length, n + 1]);
      expect(part.coding).toBe(coding);
      expect(part.text.length).toBeLessThanOrEqual(most);
      expect(part.receipt).toBe(n === parts.length - 1 ? 1 : 0);
    });
  });

  it('what its answers mean: full, no, silence after the first part', async () => {
    const c = await centre();
    const { gateway } = gatewayAt(c.port);
    c.answer = () => ({ command_status: 0x58 });
    expect(await gateway.send({ ...message, text: 'a' })).toMatchObject({
      state: 'refused',
      again: true,
    });
    c.answer = () => ({ command_status: 0x0b });
    expect(await gateway.send({ ...message, text: 'a' })).toMatchObject({
      state: 'refused',
      again: false,
    });
    c.answer = (pdu) => (pdu.short_message?.udh?.[0]?.[4] === 1 ? {} : { command_status: 0x0b });
    expect(await gateway.send({ ...message, text: '您'.repeat(100) })).toMatchObject({
      state: 'unknown',
    });
    c.answer = () => {
      c.session().destroy();
      return null;
    };
    expect(await gateway.send({ ...message, text: 'a' })).toMatchObject({ state: 'unknown' });
    c.answer = () => ({});
    expect(await gateway.send({ ...message, text: 'a' })).toMatchObject({ state: 'accepted' });
  });

  it('not reached or not let in: nothing has left', async () => {
    const denied = await centre(0x0e);
    expect(await gatewayAt(denied.port).gateway.send({ ...message, text: 'a' })).toMatchObject({
      ...{ state: 'refused', denied: true, again: true },
    });
    const { gateway } = gatewayAt(1);
    expect(await gateway.send({ ...message, text: 'a' })).toMatchObject({ state: 'not_sent' });
  });

  it('receipts and 退订 come over the same line; what could not be kept is told again', async () => {
    const c = await centre();
    let broken = true;
    const told: unknown[] = [];
    const { gateway } = gatewayAt(c.port, async (some) => {
      if (broken) throw new Error('no database');
      told.push(...some);
    });
    await gateway.send({ ...message, text: 'a' });
    const receipt = {
      ...{ esm_class: 4, source_addr: '8613812345678', destination_addr: '1069', data_coding: 0 },
      short_message:
        'id:m1 sub:001 dlvrd:001 submit date:2603181200 done date:2603181201 stat:DELIVRD err:000 text:',
    };
    c.session().deliver_sm(receipt);
    await until(() => c.heard.length === 1);
    expect(c.heard[0]?.command_status).toBe(0x64);
    broken = false;
    c.session().deliver_sm(receipt);
    c.session().deliver_sm({
      ...{
        source_addr: '8613812345678',
        destination_addr: '1069',
        data_coding: 8,
        short_message: '退订',
      },
    });
    await until(() => c.heard.length === 3);
    expect(told).toMatchObject([
      { kind: 'receipt', eventId: 'm1-delivered', providerId: 'm1', state: 'delivered' },
      { kind: 'reply', from: '+8613812345678', text: '退订' },
    ]);
  });
});
