import { describe, expect, it } from 'vitest';
import { jsonReply, playedLine } from '../../../test/gateway-line.ts';
import { refuse } from '../../kernel/refusal.ts';
import { aliyunGateway } from './index.ts';
import { signedHeaders } from './sign.ts';

const options = { signName: '柜台', templateCode: 'SMS_1' };
const secrets = { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' };
const message = {
  key: 'k-1',
  to: '+8613812345678',
  text: '你好',
  subject: null,
  unsubscribeUrl: null,
};

describe('SMS-01 Aliyun', () => {
  it('signs as the published example of ACS3-HMAC-SHA256 does (RunInstances, help.aliyun.com 2618337)', () => {
    const { authorization } = signedHeaders(secrets, {
      ...{ host: 'ecs.cn-shanghai.aliyuncs.com', action: 'RunInstances', version: '2014-05-26' },
      params: {
        ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
        RegionId: 'cn-shanghai',
      },
      at: new Date('2023-10-26T10:22:32Z'),
      nonce: '3156853299f313e23d1673dc12e1703d',
    });
    expect(authorization).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });

  it('sends once per key, and says what the answer means', async () => {
    const answers = [
      jsonReply({ Code: 'OK', BizId: '9006197469364984400' }),
      jsonReply({ Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: '触发分钟级流控' }),
      jsonReply({ Code: 'isv.MOBILE_NUMBER_ILLEGAL' }, 400),
      jsonReply({ Code: 'isv.AMOUNT_NOT_ENOUGH' }),
      refuse('outbound.failed', { why: 'TimeoutError' }),
    ];
    const line = playedLine({ options, secrets }, () => answers.shift() ?? jsonReply({}));
    const gateway = aliyunGateway.open(line);
    const said = [];
    while (answers.length > 0) said.push(await gateway.send(message));
    expect(said).toMatchObject([
      { state: 'accepted', providerId: '9006197469364984400' },
      { state: 'refused', again: true },
      { state: 'refused', again: false },
      { state: 'refused', denied: true },
      { state: 'unknown' },
    ]);
    const asked = new URL(line.requests[0]?.url ?? '').searchParams;
    expect(Object.fromEntries(asked)).toEqual({
      ...{ OutId: 'k-1', PhoneNumbers: '13812345678', SignName: '柜台', TemplateCode: 'SMS_1' },
      TemplateParam: '{"content":"你好"}',
    });
  });

  it('asked after a message it looks for our key among what went to the number that day', async () => {
    const line = playedLine({ options, secrets }, () =>
      jsonReply({ Code: 'OK', SmsSendDetailDTOs: { SmsSendDetailDTO: [{ OutId: 'k-1' }] } }),
    );
    const gateway = aliyunGateway.open(line);
    const asked = { to: '+8613812345678', at: new Date('2026-03-17T17:00:00Z'), text: '' };
    expect(await gateway.ask?.({ ...asked, key: 'k-1' })).toMatchObject({ state: 'accepted' });
    expect(await gateway.ask?.({ ...asked, key: 'k-2' })).toEqual({ state: 'unknown' });
    expect(line.requests[0]?.url).toContain('SendDate=20260318');
  });

  it('reads receipts and answers as they are pushed', () => {
    const read = (body: unknown) =>
      aliyunGateway.open(playedLine({ options, secrets })).readCallback?.({
        ...{ headers: {}, url: '', at: new Date('2026-03-18T04:00:00Z') },
        body: Buffer.from(JSON.stringify(body)),
      });
    const receipt = {
      ...{ phone_number: '13812345678', send_time: '2017-08-30 00:00:00', success: false },
      ...{ report_time: '2017-08-30 00:00:00', err_code: 'MOBILE_SEND_LIMIT', err_msg: '' },
      ...{ sms_size: '1', biz_id: '932702304080415357^0', out_id: 'k-1' },
    };
    expect(read([receipt])?.told).toMatchObject([
      { kind: 'receipt', state: 'failed', code: 'MOBILE_SEND_LIMIT', key: 'k-1' },
    ]);
    const up = {
      ...{ send_time: '2017-08-30 00:00:00', content: 'TD', sign_name: '柜台' },
      ...{ dest_code: '1234', sequence_id: 1234567890, phone_number: '13812345678' },
    };
    expect(read([up])?.told).toMatchObject([{ kind: 'reply', from: '+8613812345678', text: 'TD' }]);
    expect(read({})).toBeNull();
  });
});
