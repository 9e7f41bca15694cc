import {
  type AskedParcel,
  isTrouble,
  type ParcelProvider,
  type ProviderLine,
  type ToldParcel,
  type Trouble,
} from '../../modules/parcels/ports.ts';
import { chinaTime, formOf, jsonField, sameBytes, sendForm } from '../carriers-http/form.ts';
import type { Kuaidi100Push, Kuaidi100Result } from './shapes.ts';
import { md5 } from './sign.ts';

/** Steps with their codes, and the place's name with it. */
const resultv2 = '4';

const toldOf = (result: Kuaidi100Result, ended: boolean): ToldParcel => ({
  carrier: result.com ?? '',
  number: result.nu ?? '',
  code: result.state ?? null,
  ended: ended || result.ischeck === '1',
  steps: (result.data ?? []).map((step) => ({
    at: chinaTime(step.ftime) ?? chinaTime(step.time),
    code: step.statusCode || null,
    word: step.status ?? '',
    text: step.context ?? '',
    place: step.areaName || step.location || '',
  })),
});

const kinds: Readonly<Record<string, Trouble['trouble']>> = {
  400: 'no',
  408: 'no',
  500: 'nothing',
  501: 'down',
  502: 'busy',
  503: 'denied',
  600: 'denied',
  601: 'denied',
  700: 'no',
  701: 'no',
  702: 'no',
};

const troubleOf = (code: string | undefined, message = ''): Trouble => ({
  trouble: kinds[code ?? ''] ?? 'down',
  detail: `${message} (${code ?? '?'})`.trim(),
});

async function query(line: ProviderLine, parcel: AskedParcel): Promise<ToldParcel | Trouble> {
  const { customer = '', key = '' } = line.secrets;
  const param = JSON.stringify({
    com: parcel.carrier,
    num: parcel.number,
    phone: parcel.phoneTail,
    resultv2,
    show: '0',
    order: 'desc',
  });
  const told = await sendForm<Kuaidi100Result>(line, 'https://poll.kuaidi100.com/poll/query.do', {
    customer,
    sign: md5(`${param}${key}${customer}`),
    param,
  });
  if (isTrouble(told)) return told;
  if (told.result === false || told.status !== '200')
    return troubleOf(told.returnCode ?? told.status, told.message);
  return toldOf(told, false);
}

async function subscribe(
  line: ProviderLine,
  parcel: AskedParcel,
  callback: string,
): Promise<Trouble | null> {
  const { key = '', salt = '' } = line.secrets;
  const param = JSON.stringify({
    company: parcel.carrier,
    number: parcel.number,
    key,
    parameters: { callbackurl: callback, salt, phone: parcel.phoneTail, resultv2 },
  });
  const told = await sendForm<Kuaidi100Result>(line, 'https://poll.kuaidi100.com/poll', {
    schema: 'json',
    param,
  });
  if (isTrouble(told)) return told;
  // 501 is a subscription that stands already.
  if (told.result === true || told.returnCode === '501') return null;
  return troubleOf(told.returnCode, told.message);
}

/** 快递100: real-time query and subscription; a callback is signed over its text with the salt we gave. */
export const createKuaidi100 = (): ParcelProvider => ({
  kind: 'kuaidi100',
  secrets: ['customer', 'key', 'salt'],
  query,
  subscribe,
  readCallback({ secrets }, _headers, body) {
    const form = formOf(body);
    const sign = Buffer.from((form.get('sign') ?? '').toUpperCase());
    const { salt = '' } = secrets;
    if (salt === '' || !sameBytes(Buffer.from(md5(`${form.get('param') ?? ''}${salt}`)), sign))
      return null;
    const push = jsonField<Kuaidi100Push>(form, 'param');
    const ended = push?.status === 'shutdown' || push?.status === 'abort';
    const told = push?.lastResult?.nu ? [toldOf(push.lastResult, ended)] : [];
    return { told, reply: { result: true, returnCode: '200', message: '成功' } };
  },
});
