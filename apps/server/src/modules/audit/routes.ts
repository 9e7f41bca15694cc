import { audit } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { listAuditEntries, verifyAuditChain } from './audit.ts';

export const routes = [
  route(audit.listAuditEntries, 'audit.read', listAuditEntries, { audited: true }),
  route(audit.verifyAuditChain, 'audit.read', verifyAuditChain, { audited: true }),
];
