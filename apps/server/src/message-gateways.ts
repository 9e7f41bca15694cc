import { smtpGateway } from './adapters/mail-smtp/index.ts';
import { aliyunGateway } from './adapters/sms-aliyun/index.ts';
import { sandboxGateway } from './adapters/sms-sandbox/index.ts';
import { smppGateway } from './adapters/sms-smpp/index.ts';
import { tencentGateway } from './adapters/sms-tencent/index.ts';
import { twilioGateway } from './adapters/sms-twilio/index.ts';
import type { GatewayMaker } from './modules/outreach/gateway.ports.ts';

/** Kinds of gateways this installation can send messages through. */
export const messageGateways: readonly GatewayMaker[] = [
  sandboxGateway,
  aliyunGateway,
  tencentGateway,
  twilioGateway,
  smppGateway,
  smtpGateway,
];
