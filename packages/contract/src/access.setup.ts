/** The first owner of a server. */
import { Email, NewShop, Password, PersonName, SecretToken } from './access.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Locale, Text, Type } from './schema.ts';

export const getSetup = endpoint({
  id: 'getSetup',
  method: 'GET',
  path: '/setup',
  summary: 'Whether this server still waits for its first owner.',
  reply: Type.Object({
    needed: Type.Boolean({
      description: 'True until the first owner exists; then the door is closed for good.',
    }),
  }),
});

export const createOwner = endpoint({
  id: 'createOwner',
  method: 'POST',
  path: '/setup/owner',
  summary:
    'Creates the first owner with team and first shop, with the token of the set-up link printed at start; signs in.',
  body: Strict({
    token: SecretToken,
    name: PersonName,
    email: Email,
    password: Password,
    locale: Locale,
    team: Text(80, 1, 'Name of the team, e.g. the company.'),
    shop: NewShop,
  }),
  reply: Type.Object({ memberId: Id, teamId: Id, shopId: Id }),
  errors: [
    'setup.closed',
    'setup.token_wrong',
    'access.password_too_easy',
    'shop.timezone_unknown',
  ],
});
