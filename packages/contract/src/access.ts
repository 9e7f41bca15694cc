/** Who works here: accounts and members, sign-in, sessions, roles, keys, and how far each may go. */

export * from './access.authority.errors.ts';
export * from './access.authority.events.ts';
export * from './access.authority.shapes.ts';
export * from './access.authority.ts';
export * from './access.errors.ts';
export * from './access.events.ts';
export * from './access.keys.ts';
export * from './access.members.ts';
export * from './access.permissions.ts';
export * from './access.self.ts';
export * from './access.setup.ts';
export * from './access.shapes.ts';
export * from './access.sign-in.ts';
