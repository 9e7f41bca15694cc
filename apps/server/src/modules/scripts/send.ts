import type { StaffActor } from '../../kernel/actor.ts';
import { JsonText } from '../../kernel/answer.ts';
import { emit } from '../../kernel/events.ts';
import type { Taken } from '../../kernel/files/store.ts';
import { dropTaken, type Uploads } from '../../kernel/files/upload.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { ConversationFacts } from '../conversations/index.ts';
import type { Part } from './content.rules.ts';
import { scriptUsed } from './events.ts';
import { counterOf, groundOf } from './ground.ts';
import { readPicture } from './picture.store.ts';
import { type Sending, type Spoken, speak } from './say.ts';
import { readVersion } from './script.store.ts';
import { reachScript } from './script.ts';
import { gramsOf } from './split.rules.ts';
import { bookUse, learn } from './use.store.ts';
import type { WordGuard } from './word.guard.ts';

interface Parts {
  readonly guard: WordGuard;
  readonly pictures: Uploads;
}

/** The message of the script that is meant; a version that was never published says nothing to buyers. */
async function partOf(actor: StaffActor, tx: Tx, { scriptId, version, variant, part }: Sending) {
  const script = await reachScript(actor, tx, scriptId);
  if (isRefusal(script)) return script;
  const said = await readVersion(tx, scriptId, version);
  const published = said?.state === 'published' || said?.state === 'replaced';
  const found = published ? said.content.variants[variant]?.parts[part] : undefined;
  return found ? { script, part: found } : refuse('script.part_not_found');
}

/** A copy of the picture, so that taking back a message never touches the script's own. */
async function copyOf({ files }: Uploads, team: string, picture: Taken): Promise<Taken | null> {
  const found = await files.read(picture.key);
  const copy = found ? await files.take(team, found.stream, picture.name) : null;
  return copy === null || typeof copy === 'string' ? null : copy;
}

async function pictureFor(actor: StaffActor, { db }: Bare, pictures: Uploads, input: Sending) {
  const picture = await db.read(actor, async (tx) => {
    const conversation = await counterOf(actor, tx, input.conversationId);
    if (isRefusal(conversation)) return conversation;
    const found = await partOf(actor, tx, input);
    if (isRefusal(found)) return found;
    return found.part.kind === 'picture'
      ? ((await readPicture(tx, found.part.pictureId)) ?? null)
      : null;
  });
  if (picture === null || isRefusal(picture)) return picture;
  return copyOf(pictures, actor.team, picture);
}

/** What is booked and told of a message that went out. */
async function bookSpoken(
  actor: StaffActor,
  tx: Tx,
  input: Sending,
  {
    conversation,
    spoken,
    orderId,
  }: { conversation: ConversationFacts; spoken: Spoken; orderId: string | null },
): Promise<void> {
  const { scriptId, version, variant, part, useKey } = input;
  const { id: conversationId, shopId, buyerId } = conversation;
  const { messageId, edited, at } = spoken;
  const memberId = actor.kind === 'member' ? actor.member : null;
  const use = {
    scriptId,
    version,
    variant,
    part,
    memberId,
    conversationId,
    messageId,
    shopId,
    buyerId,
    edited,
  };
  const counts = await bookUse(tx, { ...use, useKey, at });
  if (counts === null) return;
  if (counts && input.question) await learn(tx, scriptId, gramsOf(input.question));
  const reach = { shop: shopId };
  const data = { ...use, orderId };
  emit(tx, scriptUsed, { subject: messageId, topic: conversationId, reach, actor, data });
}

async function say(
  actor: StaffActor,
  tx: Tx,
  input: Sending,
  { guard, picture }: { guard: WordGuard; picture: Taken | null },
) {
  const conversation = await counterOf(actor, tx, input.conversationId);
  if (isRefusal(conversation)) return conversation;
  const found = await partOf(actor, tx, input);
  if (isRefusal(found)) return found;
  const { script, part }: { script: typeof found.script; part: Part } = found;
  const ground = await groundOf(actor, tx, conversation, script, input);
  if (isRefusal(ground)) return ground;
  const spoken = await speak(actor, tx, { input, part, ground, guard, picture });
  if (isRefusal(spoken)) return spoken;
  const orderId = part.kind === 'order' ? (ground.order?.id ?? null) : null;
  await bookSpoken(actor, tx, input, { conversation, spoken, orderId });
  return spoken;
}

/** SCR-02, SCR-04, MSG-07: says one message of a script and books its use, in one transaction. */
export const sendScriptPartWith =
  ({ guard, pictures }: Parts) =>
  async (actor: StaffActor, bare: Bare, input: Sending) => {
    if (!guard.isReady(actor.team)) await guard.load(actor.team);
    const picture = await pictureFor(actor, bare, pictures, input);
    if (isRefusal(picture)) return picture;
    const spoken = await bare.db.write(actor, (tx) => say(actor, tx, input, { guard, picture }));
    const kept = !isRefusal(spoken) && spoken.taken;
    if (picture && !kept) await dropTaken(pictures.files, picture);
    return isRefusal(spoken) ? (spoken as Refusal<never>) : new JsonText(spoken.json);
  };
