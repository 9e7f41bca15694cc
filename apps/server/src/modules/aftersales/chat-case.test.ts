import { access, aftersales, channels, orders as orderContract } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { outcomeOf } from '../../../test/office.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { startReactions } from '../../kernel/reactions.ts';
import { first, run } from '../../kernel/tx.ts';
import { payOrder, settleAct, takeBack } from '../orders/index.ts';
import { deadlineJob } from './deadline.ts';

let w: AtCounter;
beforeEach(async () => {
  w = await atCounter();
});

/** The order is paid through the gateway and has arrived. */
async function arrived(orderId = w.order) {
  const making = system(w.team, 'test');
  await w.doing((tx) => payOrder(making, tx, { orderId, kind: 'sandbox', reference: newId() }));
  await w.doing((tx) =>
    run(
      tx,
      sql`update orders set status = 'delivered' where team_id = ${w.team} and id = ${orderId}`,
    ),
  );
  return orderId;
}

const wish = { kind: 'refund', reasonCode: 'damaged', note: '盘子裂了' } as const;

const asked = (orderId: string) => w.chat.call(aftersales.openChatCase, { orderId, ...wish });

describe('SHOP-07 the buyer asks in the chat', () => {
  test('for an own order, follows it and takes it back; a stranger sees nothing of it', async () => {
    const orderId = await arrived();
    const proposal = await w.chat.call(aftersales.getChatCaseProposal, { orderId });
    expect(proposal.options.map(({ kind }) => kind)).not.toContain('compensate');
    expect(proposal.refundableMinor).toBe(23_400);
    const mine = await asked(orderId);
    expect(mine).toMatchObject({ state: 'asked', amountMinor: 23_400, reasonText: '商品破损' });
    const listed = await w.chat.call(aftersales.listChatCases, { orderId });
    expect(listed.items.map(({ id }) => id)).toEqual([mine.id]);

    const chat = await w.chat.call(channels.getChat, {});
    expect(chat.messages.at(-1)).toMatchObject({
      author: { kind: 'buyer' },
      text: '我申请了退款：商品破损。盘子裂了',
    });
    const agent = await w.as('林小满');
    const queue = await agent.call(aftersales.listCases, { tab: 'decide' });
    expect(queue.items[0]).toMatchObject({ id: mine.id, byKind: 'buyer', byName: '王晓敏' });

    const other = await w.newcomer(await w.identity('b-2', '李工'));
    const foreign = await other.chat.attempt(aftersales.openChatCase, { orderId, ...wish });
    expect(outcomeOf(foreign)).toBe('order.not_found');
    const spied = await other.chat.attempt(aftersales.withdrawChatCase, { caseId: mine.id });
    expect(outcomeOf(spied)).toBe('case.not_found');
    const unproven = (await w.newcomer()).chat;
    const guessed = await unproven.attempt(aftersales.listChatCases, {});
    expect(outcomeOf(guessed)).toBe('visitor.identity_needed');

    await w.chat.call(aftersales.withdrawChatCase, { caseId: mine.id });
    const after = await w.chat.call(aftersales.listChatCases, { orderId });
    expect(after.items[0]).toMatchObject({ state: 'withdrawn', can: [] });
  });

  test('for money alone one request at a time, and the next once it is over', async () => {
    const orderId = await arrived();
    const wanted = { orderId, ...wish, amountMinor: 1 };
    const tried = await Promise.all(
      Array.from({ length: 8 }, () => w.chat.attempt(aftersales.openChatCase, wanted)),
    );
    expect(tried.map(outcomeOf).filter((code) => code === 'done')).toHaveLength(1);
    expect(new Set(tried.map(outcomeOf))).toEqual(new Set(['done', 'case.open_already']));
    const agent = await w.as('林小满');
    const byTeam = await agent.attempt(aftersales.openCase, wanted);
    expect(outcomeOf(byTeam)).toBe('done');
    const open = await w.chat.call(aftersales.listChatCases, { orderId });
    for (const { id } of open.items)
      await agent.attempt(aftersales.refuseCase, { caseId: id, decision: 'No.' });
    expect(outcomeOf(await w.chat.attempt(aftersales.openChatCase, wanted))).toBe('done');
  });

  test('no faster than a buyer writes', async () => {
    const orderId = await arrived();
    const { id: caseId } = await asked(orderId);
    const tried = [];
    for (let n = 0; n < 32; n += 1)
      tried.push(outcomeOf(await w.chat.attempt(aftersales.withdrawChatCase, { caseId })));
    expect(tried[1]).toBe('case.illegal_transition');
    expect(tried.at(-1)).toBe('rate.limited');
  });

  test('each step is told in the chat, in order', async () => {
    const running = startReactions(
      w.db,
      w.modules.flatMap((module) => module.reactions),
      undefined,
      w.team,
    );
    onTestFinished(() => running.stop());
    const orderId = await arrived();
    const mine = await asked(orderId);
    const owner = await w.as('何雅琴');
    await owner.call(aftersales.approveCase, { caseId: mine.id });
    await running.settled();
    const chat = await w.chat.call(channels.getChat, {});
    const cards = chat.messages.flatMap((message) =>
      message.card?.type === 'act' ? [message.card.kind] : [],
    );
    expect(cards).toEqual(['case_opened', 'refunded']);
    const [first] = chat.messages.flatMap(({ card }) => (card?.type === 'act' ? [card] : []));
    expect(first?.lines).toEqual(
      expect.arrayContaining([
        { label: '售后类型', value: '仅退款' },
        { label: '进度', value: '等待商家处理' },
      ]),
    );
  });

  test('evidence is a file of the own conversation, nothing else', async () => {
    const orderId = await arrived();
    const mine = await asked(orderId);
    const strange = await w.chat.attempt(aftersales.addChatCaseEvidence, {
      caseId: mine.id,
      fileIds: [newId()],
    });
    expect(outcomeOf(strange)).toBe('case.evidence_foreign');
    const fileId = newId();
    await w.doing(async (tx) => {
      const message = await first<{ id: string }>(
        tx,
        sql`select id from messages where team_id = ${w.team} and conversation_id = ${w.conversation} limit 1`,
      );
      await run(
        tx,
        sql`insert into chat_files (team_id, id, conversation_id, message_id, uploader_kind, name, mime, size, key, at)
            values (${w.team}, ${fileId}, ${w.conversation}, ${message?.id}, 'buyer', '裂.jpg', 'image/jpeg', 10, 'k', now())`,
      );
    });
    await w.chat.call(aftersales.addChatCaseEvidence, { caseId: mine.id, fileIds: [fileId] });
    const agent = await w.as('林小满');
    const shown = await agent.call(aftersales.getCase, { caseId: mine.id });
    expect(shown.evidence).toMatchObject([{ fileId, name: '裂.jpg', byKind: 'buyer' }]);
    expect(shown.state).toBe('asked');
  });
});

test('A18 with its last piece back the order ends as returned', async () => {
  const orderId = await arrived();
  const owner = await w.as('何雅琴');
  const back = async (quantity: number) => {
    const lines = [{ lineNo: 1, quantity }];
    const wanted = { orderId, kind: 'return', reasonCode: 'no_reason', lines } as const;
    const { case: one } = await owner.call(aftersales.openCase, wanted);
    const caseId = one?.id ?? '';
    await owner.call(aftersales.approveCase, { caseId });
    await owner.call(aftersales.receiveCaseGoods, { caseId });
    await owner.call(aftersales.inspectCaseGoods, { caseId, result: 'sellable' });
    return (await owner.call(aftersales.settleCase, { caseId })).order;
  };
  expect((await back(1)).status).toBe('delivered');
  const order = await back(1);
  expect(order.status).toBe('returned');
  expect(order.totals.refundedMinor).toBe(order.totals.paidMinor);
});

describe('SHOP-07 the clock of a case', () => {
  const toldOf = async (caseId: string) =>
    (
      await w.doing((tx) =>
        run<{ type: string }>(
          tx,
          sql`select type from events where team_id = ${w.team} and subject = ${caseId} order by seq`,
        ),
      )
    ).map(({ type }) => type);

  test('warns once and says once that it has passed, and never of a case that moved on', async () => {
    const orderId = await arrived();
    const mine = await asked(orderId);
    const agent = await w.as('林小满');
    const { dueAt } = await agent.call(aftersales.getCase, { caseId: mine.id });
    expect(dueAt).not.toBeNull();
    const system_ = system(w.team, 'aftersales.deadline');
    const ring = (what: 'near' | 'passed', at = dueAt ?? '') =>
      w.doing((tx) => deadlineJob.perform(system_, tx, { caseId: mine.id, dueAt: at, what }));
    await ring('near');
    await ring('near');
    await ring('passed');
    await ring('passed');
    await ring('near');
    expect(await toldOf(mine.id)).toEqual([
      'case.opened',
      'case.deadline_near',
      'case.deadline_passed',
    ]);
    await agent.call(aftersales.askForEvidence, { caseId: mine.id, decision: '请拍张照片' });
    await ring('passed');
    expect(await toldOf(mine.id)).toHaveLength(4);
    const waiting = await w.doing((tx) =>
      run(tx, sql`select 1 from events where team_id = ${w.team} and type = 'case.changed'`),
    );
    expect(waiting).toHaveLength(1);
  });
});

describe('ACL-03 authority over a case', () => {
  test('beyond the own limit an approval is asked for, and pays by itself once granted', async () => {
    const orderId = await arrived();
    const mine = await asked(orderId);
    const agent = await w.as('林小满');
    const alone = await agent.attempt(aftersales.approveCase, { caseId: mine.id });
    expect(outcomeOf(alone)).toBe('authority.approval_needed');
    const waiting = await agent.call(aftersales.approveCase, {
      caseId: mine.id,
      approvalNote: '盘子确实裂了',
    });
    expect(waiting).toMatchObject({ state: 'asked', case: { state: 'asked' } });
    const owner = await w.as('何雅琴');
    await owner.call(access.grantApproval, { approvalId: waiting.approval?.id ?? '' });
    const after = await agent.call(aftersales.getCase, { caseId: mine.id });
    expect(after.state).toBe('settled');
    const { totals } = await agent.call(orderContract.getOrder, { orderId });
    expect(totals.refundedMinor).toBe(23_400);
  });
});

describe('G4 money of a case', () => {
  test('that did not arrive opens the case again, and pays once more, once', async () => {
    const orderId = await arrived();
    const mine = await asked(orderId);
    const owner = await w.as('何雅琴');
    const paid = await owner.call(aftersales.approveCase, { caseId: mine.id });
    expect(paid.act?.state).toBe('pending');
    const running = startReactions(
      w.db,
      w.modules.flatMap((module) => module.reactions),
      undefined,
      w.team,
    );
    onTestFinished(() => running.stop());
    const making = system(w.team, 'test');
    await w.doing(async (tx) => {
      const actId = paid.act?.id ?? '';
      await takeBack(making, tx, { id: orderId }, { actId, failure: 'refused' });
      await settleAct(making, tx, actId, 'failed', 'refused');
    });
    await running.settled();
    const open = await owner.call(aftersales.getCase, { caseId: mine.id });
    expect(open.state).toBe('asked');
    const again = await Promise.all(
      Array.from({ length: 8 }, () => owner.attempt(aftersales.approveCase, { caseId: mine.id })),
    );
    expect(again.map(outcomeOf).filter((code) => code === 'done')).toHaveLength(1);
    const { totals } = await owner.call(orderContract.getOrder, { orderId });
    expect(totals.refundedMinor).toBe(23_400);
  });

  test('a price that fell is paid back per line and once', async () => {
    const orderId = await arrived();
    const owner = await w.as('何雅琴');
    const none = await owner.attempt(aftersales.protectPrice, { orderId });
    expect(outcomeOf(none)).toBe('case.nothing_to_protect');
    await w.doing((tx) =>
      run(tx, sql`update variants set price_minor = 10000 where team_id = ${w.team}`),
    );
    const told = await owner.call(aftersales.getPriceProtection, { orderId });
    expect(told).toMatchObject({
      differenceMinor: 3_400,
      lines: [{ paidUnitMinor: 11_700, nowUnitMinor: 10_000 }],
    });
    const tried = await Promise.all(
      Array.from({ length: 16 }, () =>
        owner.attempt(aftersales.protectPrice, { orderId, lineNos: [1] }),
      ),
    );
    const codes = tried.map(outcomeOf);
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['done', 'case.once_per_order']));
  });

  test('a connection killed anywhere in the step leaves nothing or everything', async () => {
    const owner = await w.as('何雅琴');
    const making = system(w.team, 'test');
    for (let round = 0; round < 6; round += 1) {
      const orderId = await arrived(await w.placed());
      const mine = await asked(orderId);
      const step = owner.attempt(aftersales.approveCase, { caseId: mine.id }).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, round * 4));
      await killOthers();
      await step;
      const card = await owner.call(aftersales.getCase, { caseId: mine.id });
      const { totals } = await owner.call(orderContract.getOrder, { orderId });
      expect([card.state, totals.refundedMinor]).toEqual(
        card.state === 'settled' ? ['settled', 23_400] : ['asked', 0],
      );
      await owner.attempt(aftersales.approveCase, { caseId: mine.id });
      const after = await owner.call(orderContract.getOrder, { orderId });
      expect(after.totals.refundedMinor).toBe(23_400);
    }
    for (const check of w.modules.flatMap((module) => module.checks))
      expect(await w.db.read(making, (tx) => check.ask(tx))).toEqual([]);
  });
});

/** Ends every other connection of the product that is inside a transaction, as a crash would. */
const killOthers = async () => {
  const { default: pg } = await import('pg');
  const { testDatabase } = await import('../../../test/database.ts');
  const client = new pg.Client({ connectionString: (await testDatabase()).url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state in ('active', 'idle in transaction')
        and query not ilike '%listen%'`,
  );
  await client.end();
};
