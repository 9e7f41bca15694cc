import type { outreach } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Tone } from '../../ui/Word.tsx';

type State = outreach.OutreachStateWord;
type Named = { readonly word: MessageDescriptor; readonly tone: Tone };

/** States of an automatic message. */
export const states: Readonly<Record<State, Named>> = {
  planned: { word: msg({ message: 'Planned', context: 'outreach' }), tone: 'plain' },
  sending: { word: msg({ message: 'On its way', context: 'outreach' }), tone: 'plain' },
  sent: { word: msg({ message: 'Sent', context: 'outreach' }), tone: 'good' },
  delivered: { word: msg({ message: 'Delivered', context: 'outreach' }), tone: 'good' },
  failed: { word: msg({ message: 'Failed', context: 'outreach' }), tone: 'late' },
  unknown: { word: msg({ message: 'Outcome unknown', context: 'outreach' }), tone: 'strong' },
  skipped: { word: msg({ message: 'Not sent', context: 'outreach' }), tone: 'quiet' },
};

export const channels: Readonly<Record<'chat' | 'sms' | 'mail' | 'all', MessageDescriptor>> = {
  chat: msg({ message: 'Chat', context: 'outreach' }),
  sms: msg({ message: 'Text message', context: 'outreach' }),
  mail: msg({ message: 'E-mail', context: 'outreach' }),
  all: msg({ message: 'All channels', context: 'outreach' }),
};

export const topics: Readonly<Record<'service' | 'marketing' | 'all', MessageDescriptor>> = {
  service: msg({ message: 'about orders', context: 'outreach' }),
  marketing: msg({ message: 'marketing', context: 'outreach' }),
  all: msg({ message: 'of any kind', context: 'outreach' }),
};

/** Why a message was not sent or did not arrive; what a gateway says stands as it said it. */
export const reasons: Readonly<Record<string, MessageDescriptor>> = {
  stopped: msg({ message: 'its rule was stopped', context: 'outreach' }),
  expired: msg({ message: 'it would have come too late', context: 'outreach' }),
  blocked: msg({ message: 'the buyer is blocked', context: 'outreach' }),
  opted_out: msg({ message: 'the buyer opted out', context: 'outreach' }),
  cap_day: msg({ message: 'daily limit reached', context: 'outreach' }),
  cap_week: msg({ message: 'weekly limit reached', context: 'outreach' }),
  no_chat: msg({ message: 'there is no chat with the buyer', context: 'outreach' }),
  no_phone: msg({ message: 'there is no usable phone number', context: 'outreach' }),
  no_email: msg({ message: 'there is no e-mail address', context: 'outreach' }),
  no_gateway: msg({ message: 'there is no gateway for it', context: 'outreach' }),
  robot_address: msg({ message: 'nobody reads at this address', context: 'outreach' }),
  mail_hour: msg({ message: 'hourly e-mail limit reached', context: 'outreach' }),
  no_answer: msg({ message: 'the gateway did not answer', context: 'outreach' }),
  not_reached: msg({ message: 'the gateway was not reached', context: 'outreach' }),
  settled_lost: msg({ message: 'a colleague found that it did not arrive', context: 'outreach' }),
  undelivered: msg({ message: 'the carrier could not deliver it', context: 'outreach' }),
  fault: msg({ message: 'an error on our side', context: 'outreach' }),
  gone: msg({ message: 'no longer needed', context: 'outreach' }),
  paid: msg({ message: 'paid meanwhile', context: 'outreach' }),
};

export const sources: Readonly<Record<'chat' | 'sms' | 'mail' | 'person', MessageDescriptor>> = {
  chat: msg({ message: 'said in the chat', context: 'outreach' }),
  sms: msg({ message: 'by text message', context: 'outreach' }),
  mail: msg({ message: 'by the link in a mail', context: 'outreach' }),
  person: msg({ message: 'noted by a colleague', context: 'outreach' }),
};

type Kind = outreach.MessageGatewayWord;

export const kinds: Readonly<Record<Kind, MessageDescriptor>> = {
  sandbox: msg({ message: 'Sandbox (sends nothing)', context: 'gateway' }),
  aliyun: msg({ message: 'Aliyun SMS', context: 'gateway' }),
  tencent: msg({ message: 'Tencent Cloud SMS', context: 'gateway' }),
  twilio: msg({ message: 'Twilio', context: 'gateway' }),
  smpp: msg({ message: 'Message centre (SMPP)', context: 'gateway' }),
  smtp: msg({ message: 'Mail server (SMTP)', context: 'gateway' }),
};

export const gatewayStates: Readonly<Record<'new' | 'ok' | 'down' | 'denied', Named>> = {
  new: { word: msg({ message: 'Not used yet', context: 'gateway' }), tone: 'plain' },
  ok: { word: msg({ message: 'Works', context: 'gateway' }), tone: 'good' },
  down: { word: msg({ message: 'Not reached', context: 'gateway' }), tone: 'late' },
  denied: { word: msg({ message: 'Account refused', context: 'gateway' }), tone: 'late' },
};

/** What an account at a gateway is made of; with `?` it may stay empty. */
export const fields: Readonly<
  Record<Kind, { readonly options: readonly string[]; readonly secrets: readonly string[] }>
> = {
  sandbox: { options: [], secrets: [] },
  aliyun: {
    options: ['signName', 'templateCode', 'templateParam?'],
    secrets: ['accessKeyId', 'accessKeySecret'],
  },
  tencent: {
    options: ['sdkAppId', 'signName', 'templateId', 'region?'],
    secrets: ['secretId', 'secretKey'],
  },
  twilio: { options: ['accountSid', 'from'], secrets: ['authToken'] },
  smpp: { options: ['host', 'port', 'systemId', 'from', 'tls?'], secrets: ['password'] },
  smtp: { options: ['host', 'port', 'from', 'user?', 'tls?'], secrets: ['password?'] },
};

/** Names of fields that need words of ours; the others are called as the gateway's own pages call them. */
export const fieldWords: Readonly<Record<string, MessageDescriptor>> = {
  signName: msg({ message: 'Signature (approved)', context: 'gateway' }),
  templateCode: msg({ message: 'Template code', context: 'gateway' }),
  templateId: msg({ message: 'Template id', context: 'gateway' }),
  templateParam: msg({
    message: 'Variable of the template that takes the text',
    context: 'gateway',
  }),
  from: msg({ message: 'Sender', context: 'gateway' }),
  host: msg({ message: 'Host', context: 'gateway' }),
  port: msg({ message: 'Port', context: 'gateway' }),
  user: msg({ message: 'User', context: 'gateway' }),
  password: msg({ message: 'Password', context: 'gateway' }),
  tls: msg({ message: 'Encryption: yes, starttls or empty', context: 'gateway' }),
};
