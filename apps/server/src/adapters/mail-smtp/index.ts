import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type {
  GatewayLine,
  GatewayMaker,
  Outgoing,
  SendAnswer,
} from '../../modules/outreach/gateway.ports.ts';
import { addressOf, letterOf } from './letter.ts';

interface Trouble extends Error {
  readonly code?: string;
  readonly responseCode?: number;
}

/** A step of the conversation with the server, or why it failed. */
const step = (begin: (done: (error?: Trouble | null) => void) => void): Promise<Trouble | null> =>
  new Promise((done) => begin((error) => done(error ?? null)));

function refused(trouble: Trouble, denied = false): SendAnswer {
  const code = `smtp_${trouble.responseCode ?? trouble.code ?? 'error'}`;
  const again = (trouble.responseCode ?? 500) < 500;
  return {
    state: 'refused',
    code,
    text: trouble.message.slice(0, 200),
    again: again || denied,
    denied,
  };
}

/** Before the letter was handed over nothing has left; afterwards silence is silence. */
async function hand(
  line: GatewayLine,
  connection: SMTPConnection,
  broken: Promise<Trouble>,
  message: Outgoing,
): Promise<SendAnswer> {
  const { user, from = '' } = line.options;
  const opened = await Promise.race([step((done) => connection.connect(() => done())), broken]);
  if (opened) return { state: 'not_sent', why: opened.message };
  if (user) {
    const credentials = { user, pass: line.secrets.password ?? '' };
    const login = step((done) => connection.login({ credentials }, done));
    const trouble = await Promise.race([login, broken]);
    if (trouble) return trouble.responseCode ? refused(trouble, true) : notSent(trouble);
  }
  const letter = await letterOf(message, from);
  const envelope = { from: addressOf(from), to: [message.to] };
  const sending = step((done) => connection.send(envelope, letter, (error) => done(error)));
  const trouble = await Promise.race([sending, broken]);
  if (!trouble) return { state: 'accepted', providerId: message.key };
  return trouble.responseCode ? refused(trouble) : { state: 'unknown', why: trouble.message };
}

const notSent = ({ message }: Trouble): SendAnswer => ({ state: 'not_sent', why: message });

async function send(line: GatewayLine, message: Outgoing): Promise<SendAnswer> {
  const { host = '', port = '587', tls } = line.options;
  const address = await line.hostAddress(host, Number(port));
  if (address === null) return { state: 'not_sent', why: `refused address ${host}` };
  const connection = new SMTPConnection({
    ...{ host: address, port: Number(port), secure: tls === 'yes', servername: host },
    requireTLS: tls === 'starttls',
    ...{ connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 12_000 },
  });
  const broken = new Promise<Trouble>((fail) => connection.on('error', fail));
  try {
    return await hand(line, connection, broken, message);
  } finally {
    connection.close();
  }
}

/** Mails by a server of the shop's own. */
export const smtpGateway: GatewayMaker = {
  kind: 'smtp',
  channels: ['mail'],
  options: ['host', 'port', 'from', 'user?', 'tls?'],
  secrets: ['password?'],
  open: (line) => ({ send: (message) => send(line, message) }),
};
