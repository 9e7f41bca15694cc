/** What the module is given at composition. */
export interface WebhookPorts {
  /** Seals the secrets. */
  readonly secretKey: string;
  /** Hosts an operator trusts although they are not public, as `host:port`. */
  readonly outboundAllowed: readonly string[];
}

/** Purpose under which secrets are sealed. */
export const secretPurpose = 'webhooks.secret';
