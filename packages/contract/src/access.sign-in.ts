/** In and out. */
import { Email, FactorCode, SecretToken, SignedIn, TypedPassword } from './access.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Type } from './schema.ts';

export const signIn = endpoint({
  id: 'signIn',
  method: 'POST',
  path: '/sign-ins',
  summary:
    'Signs in with e-mail and password. An unknown e-mail and a wrong password get the same answer in the same time.',
  body: Strict({
    email: Email,
    password: TypedPassword,
    teamId: Type.Optional(Id),
  }),
  reply: SignedIn,
  errors: ['access.sign_in_refused', 'access.sign_in_delayed'],
});

export const verifySecondFactor = endpoint({
  id: 'verifySecondFactor',
  method: 'POST',
  path: '/sign-ins/second-factor',
  summary:
    'Second step of signing in: a code of the authenticator app, or a recovery code (each works once).',
  body: Strict({ challenge: SecretToken, code: FactorCode }),
  reply: SignedIn,
  errors: [
    'access.challenge_expired',
    'access.code_refused',
    'access.sign_in_refused',
    'access.sign_in_delayed',
  ],
});

export const signOut = endpoint({
  id: 'signOut',
  method: 'DELETE',
  path: '/session',
  summary: 'Ends the session that asks; its sockets are cut.',
});
