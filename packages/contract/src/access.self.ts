/** What people see and change of themselves: name, password, sessions, the second factor. */
import {
  FactorCode,
  Password,
  PersonName,
  Self,
  Session,
  Theme,
  TypedPassword,
} from './access.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Locale, Page, PageQuery, Type } from './schema.ts';

export const getSelf = endpoint({
  id: 'getSelf',
  method: 'GET',
  path: '/self',
  summary: 'Who is signed in, with role, grants, team and shops.',
  reply: Self,
});

export const updateSelf = endpoint({
  id: 'updateSelf',
  method: 'PATCH',
  path: '/self',
  summary: 'Changes own name, language or colours.',
  body: Strict({
    name: Type.Optional(PersonName),
    locale: Type.Optional(Locale),
    theme: Type.Optional(Theme),
  }),
  reply: Self,
});

export const changePassword = endpoint({
  id: 'changePassword',
  method: 'PUT',
  path: '/self/password',
  summary: 'Changes the password; every other session of this person ends at once.',
  body: Strict({ current: TypedPassword, next: Password }),
  errors: ['access.password_wrong', 'access.password_too_easy', 'access.sign_in_delayed'],
});

export const listSessions = endpoint({
  id: 'listSessions',
  method: 'GET',
  path: '/self/sessions',
  summary: 'Devices signed in as this person in this team, the one that asks first.',
  query: Strict(PageQuery),
  reply: Page(Session),
});

export const endSession = endpoint({
  id: 'endSession',
  method: 'DELETE',
  path: '/self/sessions/:sessionId',
  summary: 'Signs another device out; its sockets are cut.',
  params: Strict({ sessionId: Id }),
  errors: ['session.not_found'],
});

export const endOtherSessions = endpoint({
  id: 'endOtherSessions',
  method: 'DELETE',
  path: '/self/other-sessions',
  summary: 'Signs every other device out.',
  reply: Type.Object({ ended: Type.Integer({ description: 'How many sessions ended.' }) }),
});

export const beginSecondFactor = endpoint({
  id: 'beginSecondFactor',
  method: 'POST',
  path: '/self/second-factor',
  summary: 'Prepares a second factor; it counts only after confirmSecondFactor.',
  body: Strict({ password: TypedPassword }),
  reply: Type.Object({
    secret: Type.String({ description: 'Base32, for typing into an authenticator app.' }),
    uri: Type.String({ description: 'otpauth:// address, for a QR code.' }),
  }),
  errors: ['access.password_wrong', 'access.second_factor_on', 'access.sign_in_delayed'],
});

export const confirmSecondFactor = endpoint({
  id: 'confirmSecondFactor',
  method: 'PUT',
  path: '/self/second-factor',
  summary:
    'Turns the second factor on with a first code; answers with recovery codes, shown this once.',
  body: Strict({ code: FactorCode }),
  reply: Type.Object({ recoveryCodes: Type.Array(Type.String()) }),
  errors: ['access.code_refused', 'access.second_factor_not_begun', 'access.second_factor_on'],
});

export const removeSecondFactor = endpoint({
  id: 'removeSecondFactor',
  method: 'POST',
  path: '/self/second-factor/removal',
  summary: 'Turns the second factor off; needs the password again.',
  body: Strict({ password: TypedPassword }),
  errors: ['access.password_wrong', 'access.second_factor_off', 'access.sign_in_delayed'],
});
