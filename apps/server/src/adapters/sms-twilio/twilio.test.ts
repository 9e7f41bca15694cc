import { describe, expect, it } from 'vitest';
import { jsonReply, playedLine } from '../../../test/gateway-line.ts';
import { twilioGateway, twilioSignature } from './index.ts';

const options = { accountSid: 'AC1', from: '+15005550006' };
const secrets = { authToken: '12345' };
const url = 'https://example.com/myapp.php?foo=1&bar=2';
const message = {
  key: 'k-1',
  to: '+14158675310',
  text: 'Hello',
  subject: null,
  unsubscribeUrl: null,
};

describe('SMS-01 Twilio', () => {
  it('signs as the published example does (twilio.com/docs/usage/security)', () => {
    const fields = {
      ...{ CallSid: 'CA1234567890ABCDE', Caller: '+14158675310', Digits: '1234' },
      ...{ From: '+14158675310', To: '+18005551212' },
    };
    expect(twilioSignature('12345', url, fields)).toBe('L/OH5YylLD5NRKLltdqwSvS0BnU=');
  });

  it('believes a callback only with its signature, for its address, unchanged', () => {
    const gateway = twilioGateway.open(playedLine({ options, secrets, callbackUrl: url }));
    const body = 'MessageSid=SM1&MessageStatus=delivered';
    const signature = twilioSignature('12345', url, {
      MessageSid: 'SM1',
      MessageStatus: 'delivered',
    });
    const read = (given: string, sent: string) =>
      gateway.readCallback?.({
        ...{ headers: { 'x-twilio-signature': given }, body: Buffer.from(sent), url },
        at: new Date('2026-03-18T04:00:00Z'),
      });
    expect(read(signature, body)?.told).toMatchObject([{ providerId: 'SM1', state: 'delivered' }]);
    expect(read(signature, body.replace('SM1', 'SM2'))).toBeNull();
    expect(read('', body)).toBeNull();
    const answer = { MessageSid: 'SM9', From: '+14158675310', Body: 'STOP' };
    const given = twilioSignature('12345', url, answer);
    expect(read(given, String(new URLSearchParams(answer)))?.told).toMatchObject([
      { kind: 'reply', text: 'STOP' },
    ]);
  });

  it('sends with the account, tells parts and price, and asks by number, day and words', async () => {
    const answers = [
      jsonReply({ sid: 'SM1', num_segments: '2', price: '-0.0150', price_unit: 'usd' }, 201),
      jsonReply({ code: 21211, message: 'not a number' }, 400),
      jsonReply({ code: 20003, message: 'Authenticate' }, 401),
      jsonReply({ code: 20429 }, 429),
      jsonReply({}, 503),
    ];
    const line = playedLine(
      { options, secrets, callbackUrl: url },
      () =>
        answers.shift() ??
        jsonReply({
          messages: [
            { sid: 'SM0', body: 'Hello', date_created: 'Wed, 18 Mar 2026 03:00:00 +0000' },
            { sid: 'SM5', body: 'Hello', date_created: 'Wed, 18 Mar 2026 04:00:00 +0000' },
          ],
        }),
    );
    const gateway = twilioGateway.open(line);
    const said = [];
    while (answers.length > 0) said.push(await gateway.send(message));
    expect(said).toMatchObject([
      { state: 'accepted', providerId: 'SM1', parts: 2, priceMicros: 15_000, currency: 'USD' },
      { state: 'refused', code: '21211', again: false },
      { state: 'refused', denied: true },
      { state: 'refused', again: true },
      { state: 'unknown' },
    ]);
    expect(line.requests[0]?.headers?.authorization).toBe(`Basic ${btoa('AC1:12345')}`);
    expect(Object.fromEntries(new URLSearchParams(String(line.requests[0]?.body)))).toEqual({
      ...{ To: '+14158675310', Body: 'Hello', From: '+15005550006', StatusCallback: url },
    });
    const at = new Date('2026-03-18T04:00:00Z');
    expect(await gateway.ask?.({ key: 'k-1', to: '+14158675310', at, text: 'Hello' })).toEqual({
      state: 'accepted',
      providerId: 'SM5',
    });
    expect(await gateway.ask?.({ key: 'k-1', to: '+14158675310', at, text: 'Other' })).toEqual({
      state: 'unknown',
    });
  });
});
