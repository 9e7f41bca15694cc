import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OutboundRequest } from '../../kernel/outbound.ts';
import { createKuaidi100 } from './index.ts';

const secrets = { customer: 'CUST0001', key: 'JAnUGrLl5945', salt: 'pepper' };
const parcel = {
  carrier: 'yuantong',
  number: 'YT4538526006366',
  phoneTail: '4614',
  shippedAt: '2026-03-01T00:00:00.000Z',
};

/** 快递100 as its documents describe it; keeps what it was sent. */
function playing(answer: unknown, status = 200) {
  const sent: { url: string; form: URLSearchParams }[] = [];
  const line = {
    secrets,
    now: () => new Date(),
    reach: async ({ url, body }: OutboundRequest) => {
      sent.push({ url, form: new URLSearchParams(String(body)) });
      return { status, headers: {}, body: Buffer.from(JSON.stringify(answer)) };
    },
  };
  return { line, sent };
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex').toUpperCase();

/** The example of the documents, with the codes of `resultv2`. */
const result = {
  message: 'ok',
  nu: 'YT4538526006366',
  ischeck: '1',
  condition: 'F00',
  com: 'yuantong',
  status: '200',
  state: '301',
  data: [
    {
      time: '2012-08-28 16:33:19',
      ftime: '2012-08-28 16:33:19',
      context: '内蒙古呼和浩特市中心营业部 已签收',
      status: '本人签收',
      statusCode: '301',
      areaName: '内蒙古,呼和浩特市',
    },
    {
      time: '2012-08-27 23:22:42',
      ftime: '2012-08-27 23:22:42',
      context: '内蒙古呼和浩特市中心营业部 已发出',
      status: '干线',
      statusCode: '1002',
      areaName: '',
      location: '呼和浩特',
    },
  ],
};

const provider = createKuaidi100();

describe('SHOP-08 快递100', () => {
  test('a query is signed md5(param + key + customer) in capitals over just the text that is sent', async () => {
    const { line, sent } = playing(result);
    const told = await provider.query(line, parcel);
    const [{ url, form } = { url: '', form: new URLSearchParams() }] = sent;
    expect(url).toBe('https://poll.kuaidi100.com/poll/query.do');
    const param = form.get('param') ?? '';
    expect(JSON.parse(param)).toMatchObject({ com: 'yuantong', num: parcel.number, phone: '4614' });
    expect(form.get('sign')).toBe(md5(`${param}JAnUGrLl5945CUST0001`));
    expect(form.get('customer')).toBe('CUST0001');
    expect(told).toMatchObject({ number: parcel.number, code: '301', ended: true });
    expect(told).toMatchObject({
      steps: [
        { at: '2012-08-28T08:33:19.000Z', code: '301', place: '内蒙古,呼和浩特市' },
        { at: '2012-08-27T15:22:42.000Z', code: '1002', place: '呼和浩特' },
      ],
    });
  });

  test('a subscription carries the address, the salt and the key; one that stands already is fine', async () => {
    const { line, sent } = playing({ result: true, returnCode: '200', message: '提交成功' });
    const url = 'https://desk.example/api/parcel-callbacks/t/p';
    expect(await provider.subscribe(line, parcel, url)).toBeNull();
    const form = sent[0]?.form;
    expect(sent[0]?.url).toBe('https://poll.kuaidi100.com/poll');
    expect(form?.get('schema')).toBe('json');
    expect(JSON.parse(form?.get('param') ?? '')).toMatchObject({
      company: 'yuantong',
      number: parcel.number,
      key: secrets.key,
      parameters: { callbackurl: url, salt: 'pepper' },
    });
    const again = playing({ result: false, returnCode: '501', message: '重复订阅' });
    expect(await provider.subscribe(again.line, parcel, url)).toBeNull();
  });

  test.each([
    ['500', 'nothing'],
    ['503', 'denied'],
    ['601', 'denied'],
    ['502', 'busy'],
    ['400', 'no'],
    ['999', 'down'],
  ])('answer %s is %s', async (returnCode, trouble) => {
    const { line } = playing({ result: false, returnCode, message: '说明' });
    expect(await provider.query(line, parcel)).toMatchObject({ trouble });
  });

  test.each([
    [429, 'busy'],
    [503, 'down'],
  ])('HTTP %i is %s', async (status, trouble) => {
    expect(await provider.query(playing('x', status).line, parcel)).toMatchObject({ trouble });
  });

  test('a callback is believed only with md5(param + salt); anything changed in it is refused', () => {
    const param = JSON.stringify({ status: 'shutdown', message: '', lastResult: result });
    const body = (sign: string, text = param) =>
      Buffer.from(new URLSearchParams({ sign, param: text }).toString());
    const read = (given: Buffer, salt = 'pepper') =>
      provider.readCallback({ secrets: { ...secrets, salt }, now: () => new Date() }, {}, given);
    const heard = read(body(md5(`${param}pepper`)));
    expect(heard?.reply).toEqual({ result: true, returnCode: '200', message: '成功' });
    expect(heard?.told).toMatchObject([{ number: parcel.number, ended: true, code: '301' }]);
    expect(read(body(md5(`${param}pepper`).toLowerCase()))).not.toBeNull();
    expect(read(body(md5(`${param}pepper`), param.replace('301', '302')))).toBeNull();
    expect(read(body(md5(param)))).toBeNull();
    expect(read(body(md5(param)), '')).toBeNull();
    expect(read(Buffer.from('nonsense'))).toBeNull();
  });
});
