import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OutboundRequest } from '../../kernel/outbound.ts';
import { createKdniao } from './index.ts';

const secrets = { businessId: '1237100', appKey: '518a73d8-1f7f-441a-b644-33e77b49d846' };
const parcel = {
  carrier: 'shunfeng',
  number: 'SF1012345678901',
  phoneTail: '4614',
  shippedAt: '2026-03-01T00:00:00.000Z',
};

function playing(answer: unknown) {
  const sent: { url: string; form: URLSearchParams }[] = [];
  const line = {
    secrets,
    now: () => new Date('2026-03-02T00:00:00.000Z'),
    reach: async ({ url, body }: OutboundRequest) => {
      sent.push({ url, form: new URLSearchParams(String(body)) });
      return { status: 200, headers: {}, body: Buffer.from(JSON.stringify(answer)) };
    },
  };
  return { line, sent };
}

const sign = (data: string) =>
  Buffer.from(
    createHash('md5')
      .update(data + secrets.appKey)
      .digest('hex'),
  ).toString('base64');

/** The example of the documents. */
const result = {
  EBusinessID: '1237100',
  ShipperCode: 'SF',
  LogisticCode: 'SF1012345678901',
  Success: true,
  Reason: null,
  State: '2',
  StateEx: '202',
  Traces: [
    {
      AcceptTime: '2014/06/25 08:05:37',
      AcceptStation: '正在派件..(派件人:邓裕富)[深圳 市]',
      Action: '202',
      Location: '深圳市',
    },
    {
      AcceptTime: '2014/06/25 04:01:28',
      AcceptStation: '快件在 深圳集散中心 ,准备送往下一站 [深圳市]',
      Action: '204',
      Location: '深圳市',
    },
  ],
};

const provider = createKdniao();

describe('SHOP-08 快递鸟', () => {
  test('a query carries DataSign = base64(md5(RequestData + AppKey)) and the business id', async () => {
    const { line, sent } = playing(result);
    const told = await provider.query(line, parcel);
    const form = sent[0]?.form ?? new URLSearchParams();
    const data = form.get('RequestData') ?? '';
    expect(sent[0]?.url).toBe('https://api.kdniao.com/Ebusiness/EbusinessOrderHandle.aspx');
    expect(JSON.parse(data)).toEqual({
      ShipperCode: 'SF',
      LogisticCode: parcel.number,
      CustomerName: '4614',
    });
    expect([form.get('RequestType'), form.get('EBusinessID'), form.get('DataType')]).toEqual([
      '8001',
      '1237100',
      '2',
    ]);
    expect(form.get('DataSign')).toBe(sign(data));
    expect(told).toMatchObject({
      carrier: 'shunfeng',
      code: '202',
      ended: false,
      steps: [
        { at: '2014-06-25T00:05:37.000Z', code: '202', word: '派件中', place: '深圳市' },
        { code: '204', word: '到达转运中心' },
      ],
    });
  });

  test('a subscription names the callback; a second one is fine', async () => {
    const { line, sent } = playing({ Success: true, Reason: '' });
    expect(await provider.subscribe(line, parcel, 'https://desk.example/cb')).toBeNull();
    expect(sent[0]?.url).toBe('https://api.kdniao.com/api/dist');
    expect(sent[0]?.form.get('RequestType')).toBe('8008');
    expect(JSON.parse(sent[0]?.form.get('RequestData') ?? '')).toMatchObject({
      Callback: 'https://desk.example/cb',
    });
    expect(
      await provider.subscribe(
        playing({ Success: false, Reason: '该单号重复订阅' }).line,
        parcel,
        'x',
      ),
    ).toBeNull();
  });

  test.each([
    ['没有可用套餐', 'denied'],
    ['非法参数 EBusinessID', 'denied'],
    ['调用过于频繁', 'busy'],
    ['暂无轨迹信息', 'nothing'],
    ['快递公司不支持', 'no'],
  ])('%s is %s', async (Reason, trouble) => {
    expect(await provider.query(playing({ Success: false, Reason }).line, parcel)).toMatchObject({
      trouble,
    });
  });

  test('a callback is believed only with its DataSign and the own business id', () => {
    const RequestData = JSON.stringify({
      EBusinessID: '1237100',
      PushTime: '2026-03-01 14:05:15',
      Count: '1',
      Data: [result],
    });
    const read = (fields: Record<string, string>) =>
      provider.readCallback(
        playing(null).line,
        {},
        Buffer.from(new URLSearchParams(fields).toString()),
      );
    const right = { RequestType: '101', RequestData, DataSign: sign(RequestData) };
    const heard = read(right);
    expect(heard?.reply).toEqual({
      EBusinessID: '1237100',
      UpdateTime: '2026-03-02 08:00:00',
      Success: true,
      Reason: '',
    });
    expect(heard?.told).toMatchObject([{ number: parcel.number, code: '202' }]);
    expect(read({ ...right, RequestData: RequestData.replace('202', '301') })).toBeNull();
    expect(read({ ...right, DataSign: '' })).toBeNull();
    const foreign = RequestData.replace('1237100', '9999999');
    expect(read({ ...right, RequestData: foreign, DataSign: sign(foreign) })).toBeNull();
  });
});
