import { isRefusal } from '../../kernel/refusal.ts';
import type {
  GatewayLine,
  GatewayMaker,
  SendAnswer,
  Told,
} from '../../modules/outreach/gateway.ports.ts';
import { jsonOf, unanswered } from '../../modules/outreach/gateway.ports.ts';
import { authorization } from './sign.ts';

const host = 'sms.tencentcloudapi.com';
const contentType = 'application/json; charset=utf-8';

async function call(line: GatewayLine, action: string, body: object) {
  const { secretId = '', secretKey = '' } = line.secrets;
  const place = line.options.endpoint || `https://${host}`;
  const payload = JSON.stringify(body);
  const at = line.now();
  const signable = {
    ...{ service: 'sms', host: new URL(place).host, contentType, action, payload, at },
  };
  const reply = await line.reach({
    url: `${place}/`,
    method: 'POST',
    headers: {
      authorization: authorization({ secretId, secretKey }, signable),
      'content-type': contentType,
      'x-tc-action': action,
      'x-tc-timestamp': String(Math.floor(at.getTime() / 1000)),
      'x-tc-version': '2021-01-11',
      'x-tc-region': line.options.region || 'ap-guangzhou',
    },
    body: payload,
  });
  if (isRefusal(reply)) return reply;
  try {
    const read = JSON.parse(Buffer.from(reply.body).toString('utf8'));
    return (read.Response ?? null) as Record<string, unknown> | null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

interface Failed {
  readonly Code?: string;
  readonly Message?: string;
}

const passing = /^(LimitExceeded|RequestLimitExceeded)/;
const account = /^(AuthFailure|UnauthorizedOperation|FailedOperation\.InsufficientBalance)/;

function refused(code: string, text: string): SendAnswer {
  const state = 'refused' as const;
  return { state, code, text, again: passing.test(code), denied: account.test(code) };
}

async function send(
  line: GatewayLine,
  { key, to, text }: { key: string; to: string; text: string },
): Promise<SendAnswer> {
  const { sdkAppId = '', signName = '', templateId = '' } = line.options;
  const answer = await call(line, 'SendSms', {
    PhoneNumberSet: [to],
    SmsSdkAppId: sdkAppId,
    SignName: signName,
    TemplateId: templateId,
    TemplateParamSet: [text],
    SessionContext: key,
  });
  if (isRefusal(answer)) return unanswered(answer);
  if (answer === null) return { state: 'unknown', why: 'not JSON' };
  const error = answer.Error as Failed | undefined;
  if (error?.Code) {
    // Their own fault in the middle says nothing about whether it went out.
    if (/^InternalError/.test(error.Code)) return { state: 'unknown', why: error.Code };
    return refused(error.Code, error.Message ?? '');
  }
  const [status] = (answer.SendStatusSet ?? []) as {
    Code?: string;
    Message?: string;
    SerialNo?: string;
    Fee?: number;
  }[];
  if (!status?.Code) return { state: 'unknown', why: 'no status' };
  if (status.Code !== 'Ok') return refused(status.Code, status.Message ?? '');
  return { state: 'accepted', providerId: status.SerialNo ?? null, parts: status.Fee ?? null };
}

interface Report {
  readonly sid?: string;
  readonly report_status?: string;
  readonly errmsg?: string;
  readonly user_receive_time?: string;
  readonly mobile?: string;
  readonly nationcode?: string;
  readonly text?: string;
  readonly time?: number;
  readonly ext?: string;
}

const beijing = (text: string | undefined, fallback: Date): Date => {
  const at = new Date(`${text?.replace(' ', 'T')}+08:00`);
  return Number.isNaN(at.getTime()) ? fallback : at;
};

function tellingOf(one: Report, now: Date): Told | null {
  if (one.text !== undefined && one.mobile !== undefined) {
    const at = one.time ? new Date(one.time * 1000) : now;
    const eventId = `up-${one.nationcode}-${one.mobile}-${one.time}`;
    return {
      kind: 'reply',
      eventId,
      from: `+${one.nationcode ?? '86'}${one.mobile}`,
      text: one.text,
      at,
    };
  }
  if (one.sid === undefined) return null;
  const good = one.report_status === 'SUCCESS';
  return {
    ...{ kind: 'receipt', eventId: `${one.sid}-${one.report_status}`, providerId: one.sid },
    ...{ state: good ? 'delivered' : 'failed', code: good ? null : (one.errmsg ?? null) },
    at: beijing(one.user_receive_time, now),
  };
}

/** Tencent Cloud's text messages: an approved signature and template with one variable. */
export const tencentGateway: GatewayMaker = {
  kind: 'tencent',
  channels: ['sms'],
  options: ['sdkAppId', 'signName', 'templateId', 'region?', 'endpoint?'],
  secrets: ['secretId', 'secretKey'],
  open: (line) => ({
    send: (message) => send(line, message),
    readCallback({ body, at }) {
      const read = jsonOf(body);
      if (read === undefined) return null;
      const told = [read].flat().flatMap((one) => tellingOf((one ?? {}) as Report, at) ?? []);
      const answer = { status: 200, type: 'application/json', body: '{"result":0,"errmsg":"OK"}' };
      return { told, answer };
    },
  }),
};
