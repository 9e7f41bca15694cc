import { Id, notices, Type } from '@guitai/contract';
import { type SystemActor, system } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { defineBareJob, defineJob, enqueue } from '../../kernel/jobs.ts';
import type { Heard } from '../../kernel/reactions.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can, mailAddresses, staffById } from '../access/index.ts';
import { readWishes, type Wishes } from './choice.store.ts';
import { insertMail, type MailRow, settleMail, unreadBy, waitingMail } from './mail.store.ts';
import { digestSubject, mailText, mailWord } from './mail.words.ts';
import type { NoticePorts } from './ports.ts';

const tries = 5;

const wantsMail = ({ ways }: Wishes, kind: notices.NoticeKind): boolean =>
  notices.waysOfAll(ways)[kind].includes('mail');

/** NOT-03: looks again after as many minutes as each recipient wants; one job for all who want the same. */
export async function planMails(
  _actor: SystemActor,
  tx: Tx,
  {
    reach,
    data: { notice },
  }: Heard<{ notice: { id: string; kind: notices.NoticeKind; at: string } }>,
): Promise<void> {
  const wishes = await readWishes(tx, reach?.holders ?? []);
  const wanting = wishes.filter((one) => wantsMail(one, notice.kind));
  for (const minutes of new Set(wanting.map(({ manners }) => manners.mailMinutes))) {
    const runAt = new Date(Date.parse(notice.at) + minutes * 60_000);
    await enqueue(tx, mailDue, { noticeId: notice.id, minutes }, { runAt });
  }
}

const quarter = 15 * 60_000;

/** The first quarter of an hour that is not quiet. */
export function afterQuiet(manners: notices.Manners, from: Date): Date {
  const first = Math.ceil(from.getTime() / quarter) * quarter;
  const most = 8 * 24 * 4;
  for (let n = 0; n < most; n += 1) {
    const at = new Date(first + n * quarter);
    if (!notices.isQuiet(manners, at)) return at;
  }
  return new Date(first + most * quarter);
}

/** Whether the member may still see this kind. */
const mayStill = async (tx: Tx, member: string, kind: notices.NoticeKind): Promise<boolean> => {
  const actor = await staffById(tx, 'member', member);
  return actor !== null && can(actor, notices.noticeKinds[kind]) === 'yes';
};

/** Writes to whoever has still not read; who wants quiet now is written to afterwards. */
export const mailDue = defineJob(
  'notices.mailDue',
  Type.Object({ noticeId: Id, minutes: Type.Integer(), memberId: Type.Optional(Id) }),
  async (_actor, tx, { noticeId, minutes, memberId }) => {
    const notice = await unreadBy(tx, noticeId);
    if (!notice) return;
    const kind = notice.kind as notices.NoticeKind;
    const wishes = await readWishes(tx, memberId ? [memberId] : notice.recipients);
    for (const wish of wishes) {
      const { member, manners } = wish;
      if (!notice.recipients.includes(member) || !wantsMail(wish, kind)) continue;
      if (!memberId && manners.mailMinutes !== minutes) continue;
      if (!(await mayStill(tx, member, kind))) continue;
      if (!notice.urgent && notices.isQuiet(manners, now())) {
        const runAt = afterQuiet(manners, now());
        await enqueue(tx, mailDue, { noticeId, minutes, memberId: member }, { runAt });
      } else await post(tx, { member, kind: 'single', notices: [noticeId], key: noticeId });
    }
  },
);

/** Puts a mail into the outbox and has it sent; a second under the same key is none. */
export async function post(tx: Tx, mail: Parameters<typeof insertMail>[1]): Promise<void> {
  const id = await insertMail(tx, mail);
  if (id) await enqueue(tx, mailSent, { mailId: id });
}

/** Only the name of the job: who sends is told at composition. */
export const mailSent = defineBareJob(
  'notices.sendMail',
  Type.Object({ mailId: Id }),
  async () => undefined,
);

async function letterOf(tx: Tx, mail: MailRow, { publicUrl }: NoticePorts) {
  const [to] = await mailAddresses(tx, [mail.member_id]);
  if (!to) return null;
  const rows = await Promise.all(mail.notice_ids.map((id) => unreadBy(tx, id)));
  const unread = rows.filter((row) => row?.recipients.includes(mail.member_id));
  if (unread.length === 0) return null;
  const lines = unread.map((row) => mailWord(row?.kind ?? '', to.locale));
  const subject =
    mail.kind === 'digest' ? digestSubject(lines.length, to.locale) : (lines[0] ?? '');
  const link = publicUrl ? `${publicUrl}/desk/inbox` : null;
  const text = mailText(mail.kind === 'digest' ? lines : [subject], link, to.locale);
  const shops = new Set(unread.map((row) => row?.shop_id ?? null));
  const shopId = shops.size === 1 ? ([...shops][0] ?? null) : null;
  return { key: mail.id, to: to.email, shopId, subject, text };
}

/** Sends one mail of the outbox; what nobody can carry is kept as unsent and never tried again. */
export const sendMailWith = (ports: NoticePorts) => ({
  ...mailSent,
  async performBare(_actor: SystemActor, db: Db, { mailId }: { mailId: string }): Promise<void> {
    const actor = system(_actor.team, mailSent.name);
    const mail = await db.read(actor, (tx) => waitingMail(tx, mailId));
    if (!mail) return;
    const settle = (state: MailRow['state'], why = '') =>
      db.write(actor, (tx) => settleMail(tx, mailId, state, why));
    const letter = await db.read(actor, (tx) => letterOf(tx, mail, ports));
    if (!letter) return void (await settle('unsent', 'read'));
    if (!ports.postman) return void (await settle('unsent', 'no_gateway'));
    const posted = await ports.postman.send(actor.team, letter);
    if (posted === 'sent') await settle('sent');
    else if (posted === 'unable') await settle('unsent', 'no_gateway');
    else if (posted === 'unknown') await settle('failed', 'unknown');
    else if (mail.tries + 1 >= tries) await settle('failed', 'tries');
    else {
      await settle('waiting');
      throw new Error('the mail gateway did not answer');
    }
  },
});
