import { useState } from 'preact/hooks';
import { Notice } from '../parts/notice.tsx';
import { goBack } from '../router.ts';
import { signIn } from '../session.ts';
import type { Shop } from '../types.ts';
import { w } from '../words.ts';

/** Signing in as one of the invented shoppers; afterwards back to where one came from. */
export const SignInPage = ({ shop }: { shop: Shop }) => {
  const [fault, setFault] = useState('');
  const choose = (shopperId: string) =>
    signIn(shopperId).then(goBack, (error: Error) => setFault(error.message));
  if (!shop.shoppers.length) return <Notice text={w().noShoppers} />;
  return (
    <section class="narrow">
      <h1>{w().signIn}</h1>
      <p>{w().signInHint}</p>
      {fault && <Notice text={fault} />}
      <ul class="people">
        {shop.shoppers.map(({ id, name, address }) => (
          <li key={id}>
            <button type="button" onClick={() => choose(id)}>
              <span class="face" aria-hidden="true">
                {[...name][0]}
              </span>
              <span>
                {name}
                <small>
                  {address?.province} {address?.city}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
