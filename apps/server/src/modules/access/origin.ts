import type { FastifyRequest } from 'fastify';
import type { Origin } from '../../kernel/actor.ts';
import type { AccessNeeds } from './ports.ts';

/** Where a request came from, for the record and the list of devices. */
export const originOf = (request: FastifyRequest): Origin => ({
  address: request.ip,
  device: request.headers['user-agent'] ?? '',
});

/** Whether cookies must stay on encrypted connections. */
export const isSecure = (needs: AccessNeeds, request: FastifyRequest): boolean =>
  request.protocol === 'https' || (needs.publicUrl?.startsWith('https:') ?? false);

/** The product's address as people reach it, for links that are handed over. */
export const siteOf = (needs: AccessNeeds, request: FastifyRequest): string =>
  needs.publicUrl ?? `${request.protocol}://${request.headers.host ?? 'localhost'}`;
