import { randomUUID } from 'node:crypto';
import { isRefusal } from '../../kernel/refusal.ts';
import type {
  GatewayLine,
  GatewayMaker,
  SendAnswer,
  Told,
} from '../../modules/outreach/gateway.ports.ts';
import { jsonOf, unanswered } from '../../modules/outreach/gateway.ports.ts';
import { queryOf, signedHeaders } from './sign.ts';

const host = 'dysmsapi.aliyuncs.com';
const version = '2017-05-25';

/** Aliyun knows numbers of the mainland without their +86, all others with their country and without +. */
const numberFor = (to: string): string => to.replace(/^\+86/, '').replace(/^\+/, '');

async function call(line: GatewayLine, action: string, params: Record<string, string>) {
  const { accessKeyId = '', accessKeySecret = '' } = line.secrets;
  const place = line.options.endpoint || `https://${host}`;
  const headers = signedHeaders(
    { accessKeyId, accessKeySecret },
    { host: new URL(place).host, action, version, params, at: line.now(), nonce: randomUUID() },
  );
  const reply = await line.reach({ url: `${place}/?${queryOf(params)}`, method: 'POST', headers });
  if (isRefusal(reply)) return reply;
  try {
    return JSON.parse(Buffer.from(reply.body).toString('utf8')) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Codes after which the same message may be taken later. */
const passing = /^isv\.(BUSINESS_LIMIT_CONTROL|DAY_LIMIT_CONTROL)$|^Throttling/;
const account =
  /^(InvalidAccessKeyId|SignatureDoesNotMatch|isv\.(AMOUNT_NOT_ENOUGH|ACCOUNT_.*|OUT_OF_SERVICE))/;

async function send(
  line: GatewayLine,
  { key, to, text }: { key: string; to: string; text: string },
): Promise<SendAnswer> {
  const { signName = '', templateCode = '', templateParam = 'content' } = line.options;
  const answer = await call(line, 'SendSms', {
    OutId: key,
    PhoneNumbers: numberFor(to),
    SignName: signName,
    TemplateCode: templateCode,
    TemplateParam: JSON.stringify({ [templateParam]: text }),
  });
  if (isRefusal(answer)) return unanswered(answer);
  if (answer === null) return { state: 'unknown', why: 'not JSON' };
  const { Code: code, Message: why, BizId: bizId } = answer;
  if (code === 'OK')
    return { state: 'accepted', providerId: typeof bizId === 'string' ? bizId : null };
  if (typeof code !== 'string') return { state: 'unknown', why: 'no code' };
  return {
    ...{ state: 'refused', code, text: typeof why === 'string' ? why : '' },
    ...{ again: passing.test(code), denied: account.test(code) },
  };
}

/** The day in Beijing, as `QuerySendDetails` wants it. */
const dayOf = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');

/** Looked for among what went to the number that day, by our key. What is not there may still be on its way. */
async function ask(line: GatewayLine, asked: { key: string; to: string; at: Date }) {
  const answer = await call(line, 'QuerySendDetails', {
    CurrentPage: '1',
    PageSize: '50',
    PhoneNumber: numberFor(asked.to),
    SendDate: dayOf(asked.at),
  });
  if (isRefusal(answer) || answer === null) return { state: 'unknown' } as const;
  const list = (answer.SmsSendDetailDTOs ?? {}) as { SmsSendDetailDTO?: { OutId?: string }[] };
  const found = list.SmsSendDetailDTO?.some(({ OutId }) => OutId === asked.key);
  return found
    ? ({ state: 'accepted', providerId: null } as const)
    : ({ state: 'unknown' } as const);
}

interface Report {
  readonly biz_id?: string;
  readonly out_id?: string;
  readonly phone_number?: string;
  readonly success?: boolean;
  readonly err_code?: string;
  readonly report_time?: string;
  readonly content?: string;
  readonly send_time?: string;
  readonly sequence_id?: number | string;
}

const beijing = (text: string | undefined, fallback: Date): Date => {
  const at = new Date(`${text?.replace(' ', 'T')}+08:00`);
  return Number.isNaN(at.getTime()) ? fallback : at;
};

/** `SmsReport` and `SmsUp`, pushed as a list; the address with its secret is the proof, Aliyun signs none. */
function tellingOf(one: Report, now: Date): Told | null {
  if (one.content !== undefined && one.phone_number !== undefined) {
    const eventId = `up-${one.sequence_id ?? `${one.phone_number}-${one.send_time}`}`;
    const at = beijing(one.send_time, now);
    const from = one.phone_number.startsWith('+') ? one.phone_number : `+86${one.phone_number}`;
    return { kind: 'reply', eventId, from, text: one.content, at };
  }
  if (one.biz_id === undefined) return null;
  return {
    ...{ kind: 'receipt', eventId: `${one.biz_id}-${one.phone_number}-${one.success}` },
    ...{ providerId: one.biz_id, key: one.out_id ?? null },
    ...{
      state: one.success ? 'delivered' : 'failed',
      code: one.success ? null : (one.err_code ?? null),
    },
    at: beijing(one.report_time, now),
  };
}

/** Aliyun's text messages: an approved signature and template, whose one variable carries the words. */
export const aliyunGateway: GatewayMaker = {
  kind: 'aliyun',
  channels: ['sms'],
  options: ['signName', 'templateCode', 'templateParam?', 'endpoint?'],
  secrets: ['accessKeyId', 'accessKeySecret'],
  open: (line) => ({
    send: (message) => send(line, message),
    ask: (asked) => ask(line, asked),
    readCallback({ body, at }) {
      const read = jsonOf(body);
      if (read === undefined) return null;
      if (!Array.isArray(read)) return null;
      const told = read.flatMap((one: Report) => tellingOf(one, at) ?? []);
      const answer = { status: 200, type: 'application/json', body: '{"code":0,"msg":"成功"}' };
      return { told, answer };
    },
  }),
};
