import { describe, expect, it } from 'vitest';
import { jsonReply, playedLine } from '../../../test/gateway-line.ts';
import { refuse } from '../../kernel/refusal.ts';
import { tencentGateway } from './index.ts';
import { authorization } from './sign.ts';

const options = { sdkAppId: '1400006666', signName: '腾讯云', templateId: '1234' };
const secrets = { secretId: 'AKID', secretKey: 'key' };
const message = {
  key: 'k-1',
  to: '+8613812345678',
  text: '你好',
  subject: null,
  unsubscribeUrl: null,
};

describe('SMS-01 Tencent Cloud', () => {
  it('signs as the published example of TC3-HMAC-SHA256 does (DescribeInstances, document 213/30654)', () => {
    const payload =
      '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}';
    expect(
      authorization(
        // The credentials as published, stars and all: that revision of the document signs with them as they stand.
        {
          secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******',
          secretKey: 'Gu5t9xGARNpq86cd98joQYCN3*******',
        },
        {
          ...{
            service: 'cvm',
            host: 'cvm.tencentcloudapi.com',
            action: 'DescribeInstances',
            payload,
          },
          contentType: 'application/json; charset=utf-8',
          at: new Date(1_551_113_065_000),
        },
      ),
    ).toBe(
      'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, Signature=be4f67d323c78ab9acb7395e43c0dbcf822a9cfac32fea2449a7bc7726b770a3',
    );
  });

  it('sends once per key, and says what the answer means', async () => {
    const answers = [
      jsonReply({ Response: { SendStatusSet: [{ Code: 'Ok', SerialNo: '2628:1', Fee: 2 }] } }),
      jsonReply({ Response: { SendStatusSet: [{ Code: 'LimitExceeded.PhoneNumberDailyLimit' }] } }),
      jsonReply({
        Response: { SendStatusSet: [{ Code: 'FailedOperation.PhoneNumberInBlacklist' }] },
      }),
      jsonReply({ Response: { Error: { Code: 'AuthFailure.SignatureFailure', Message: 'no' } } }),
      jsonReply({ Response: { Error: { Code: 'InternalError.Timeout' } } }),
      refuse('outbound.failed', { why: 'TimeoutError' }),
      refuse('outbound.failed', { why: 'ECONNREFUSED' }),
    ];
    const line = playedLine({ options, secrets }, () => answers.shift() ?? jsonReply({}));
    const gateway = tencentGateway.open(line);
    const said = [];
    while (answers.length > 0) said.push(await gateway.send(message));
    expect(said).toMatchObject([
      { state: 'accepted', providerId: '2628:1', parts: 2 },
      { state: 'refused', again: true },
      { state: 'refused', again: false, denied: false },
      { state: 'refused', denied: true },
      { state: 'unknown' },
      { state: 'unknown' },
      { state: 'not_sent' },
    ]);
    expect(JSON.parse(String(line.requests[0]?.body))).toEqual({
      ...{ PhoneNumberSet: ['+8613812345678'], SmsSdkAppId: '1400006666', SignName: '腾讯云' },
      ...{ TemplateId: '1234', TemplateParamSet: ['你好'], SessionContext: 'k-1' },
    });
  });

  it('reads receipts and answers as they are pushed', () => {
    const gateway = tencentGateway.open(playedLine({ options, secrets }));
    const read = (body: unknown) =>
      gateway.readCallback?.({
        ...{ headers: {}, url: '', at: new Date('2026-03-18T04:00:00Z') },
        body: Buffer.from(JSON.stringify(body)),
      });
    const receipt = {
      ...{ user_receive_time: '2015-10-17 08:03:04', nationcode: '86', mobile: '13812345678' },
      ...{
        report_status: 'SUCCESS',
        errmsg: 'DELIVRD',
        description: '用户短信送达成功',
        sid: '12345',
      },
    };
    expect(read([receipt])?.told).toEqual([
      {
        ...{ kind: 'receipt', eventId: '12345-SUCCESS', providerId: '12345', state: 'delivered' },
        ...{ code: null, at: new Date('2015-10-17T00:03:04Z') },
      },
    ]);
    const up = {
      ext: '01',
      mobile: '13812345678',
      nationcode: '86',
      sign: '腾讯云',
      text: '退订',
      time: 1457336869,
    };
    expect(read(up)?.told).toMatchObject([{ kind: 'reply', from: '+8613812345678', text: '退订' }]);
    expect(read('x')?.told).toEqual([]);
  });
});
