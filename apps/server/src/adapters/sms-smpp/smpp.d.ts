declare module 'smpp' {
  import type { EventEmitter } from 'node:events';

  export interface Pdu {
    readonly command: string;
    command_status: number;
    readonly sequence_number: number;
    readonly message_id?: string;
    readonly source_addr?: string;
    readonly destination_addr?: string;
    readonly esm_class?: number;
    readonly data_coding?: number;
    readonly registered_delivery?: number;
    readonly receipted_message_id?: string;
    readonly message_state?: number;
    readonly short_message?: {
      readonly message: string | Buffer;
      readonly udh?: readonly Buffer[];
    };
    readonly system_id?: string;
    readonly password?: string;
    response(fields?: Record<string, unknown>): Pdu;
  }

  export interface Session extends EventEmitter {
    readonly closed: boolean;
    bind_transceiver(fields: Record<string, unknown>, answered: (pdu: Pdu) => void): boolean;
    submit_sm(
      fields: Record<string, unknown>,
      answered: (pdu: Pdu) => void,
      sent?: (pdu: Pdu) => void,
      failed?: (pdu: Pdu, error?: Error) => void,
    ): boolean;
    deliver_sm(fields: Record<string, unknown>, answered?: (pdu: Pdu) => void): boolean;
    enquire_link(answered?: (pdu: Pdu) => void): boolean;
    unbind(answered?: (pdu: Pdu) => void): boolean;
    send(pdu: Pdu): boolean;
    close(): void;
    destroy(): void;
  }

  export interface Server extends EventEmitter {
    readonly sessions: Session[];
    listen(port: number, host: string, listening: () => void): void;
    address(): { readonly port: number };
    close(closed?: () => void): void;
  }

  const smpp: {
    connect(options: {
      host: string;
      port: number;
      tls?: boolean;
      servername?: string;
      connectTimeout?: number;
      auto_enquire_link_period?: number;
    }): Session;
    createServer(listener: (session: Session) => void): Server;
  };
  export default smpp;
}
