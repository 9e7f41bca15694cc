import type { InputOf, storefront } from '@guitai/contract';
import type { Actor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { createPictures } from '../sample/index.ts';

/** Serves the drawn pictures of the sample shop: pixels only, cached for good, unable to be anything but an image. */
export function createGetStorefrontPicture() {
  const picture = createPictures();
  return async (
    _actor: Actor,
    { reply }: Bare,
    { name }: InputOf<typeof storefront.getStorefrontPicture>,
  ) => {
    const png = await picture(name);
    if (!png) return refuse('request.not_found');
    return reply
      .type('image/png')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(png);
  };
}
