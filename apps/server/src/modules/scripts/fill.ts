import type { InputOf, scripts } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { productFacts } from '../catalog/index.ts';
import { mayGive, readTemplate } from '../offers/index.ts';
import { type Part, textIn } from './content.rules.ts';
import { fill, type Values } from './fill.rules.ts';
import { counterOf, groundOf } from './ground.ts';
import { reachScript } from './script.ts';
import { variantFor } from './split.rules.ts';
import { type Ground, valuesFor } from './values.ts';
import type { WordGuard } from './word.guard.ts';

type Filled = scripts.FilledPartShape;

const bare = (part: number, kind: Part['kind']): Filled => ({
  part,
  kind,
  text: '',
  missing: [],
  words: [],
  pictureId: null,
  productId: null,
  orderId: null,
  templateId: null,
  label: '',
});

/** One message of a script as it would go out. */
export async function filledPart(
  actor: StaffActor,
  tx: Tx,
  at: {
    readonly part: Part;
    readonly place: number;
    readonly ground: Ground;
    readonly values: Values;
  },
): Promise<Filled> {
  const { part, place, ground, values } = at;
  const blank = bare(place, part.kind);
  if (part.kind === 'text') return { ...blank, ...fill(textIn(part.text, ground.locale), values) };
  if (part.kind === 'picture') return { ...blank, pictureId: part.pictureId };
  if (part.kind === 'order') {
    const { order } = ground;
    return { ...blank, orderId: order?.id ?? null, label: order?.number ?? '' };
  }
  if (part.kind === 'coupon') {
    const { shopId } = ground.conversation;
    const barred = await mayGive(actor, tx, part.templateId, shopId);
    const given = await readTemplate(tx, part.templateId);
    const here = given?.shopId === shopId ? given : undefined;
    const gives = barred === null && here !== undefined;
    return { ...blank, templateId: gives ? part.templateId : null, label: here?.name ?? '' };
  }
  const product = await productFacts(tx, part.productId);
  const seen = product && can(actor, 'catalog.read', { shop: product.shopId }) === 'yes';
  return { ...blank, productId: part.productId, label: seen ? product.title : '' };
}

/** SCR-02, SCR-03: what the script would say to this buyer now. */
export const fillScriptWith =
  (guard: WordGuard) =>
  async (actor: StaffActor, tx: Tx, input: InputOf<typeof scripts.fillScript>) => {
    const conversation = await counterOf(actor, tx, input.conversationId);
    if (isRefusal(conversation)) return conversation;
    const script = await reachScript(actor, tx, input.scriptId);
    if (isRefusal(script)) return script;
    if (script.publishedVersion === null) return refuse('script.not_published');
    const ground = await groundOf(actor, tx, conversation, script, input);
    if (isRefusal(ground)) return ground;
    const { variants } = script.content;
    const variant = variantFor(script.id, conversation.buyerId, variants.length);
    const values = await valuesFor(actor, tx, ground);
    if (!guard.isReady(actor.team)) await guard.load(actor.team);
    const parts: Filled[] = [];
    for (const [place, part] of (variants[variant]?.parts ?? []).entries()) {
      const filled = await filledPart(actor, tx, { part, place, ground, values });
      const words = guard.find(actor.team, conversation.shopId, filled.text);
      parts.push({ ...filled, words });
    }
    return {
      scriptId: script.id,
      title: script.title,
      version: script.publishedVersion,
      variant,
      locale: ground.locale,
      parts,
      missing: parts.some(
        (part) =>
          part.missing.length > 0 ||
          (part.kind === 'order' && !part.orderId) ||
          (part.kind === 'coupon' && !part.templateId),
      ),
      playbook: script.playbook,
      step: script.step,
    };
  };
