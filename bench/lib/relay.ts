/**
 * The yardstick of the message measures: a relay with the same WebSocket library, run as a process of its own.
 * `none` keeps nothing; `three` writes each message with BEGIN, three statements and COMMIT before it passes it on.
 */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { type WebSocket, WebSocketServer } from 'ws';

const [mode = 'none', url] = process.argv.slice(2);

const pool = url ? new pg.Pool({ connectionString: url, max: 10 }) : null;

async function prepare(): Promise<void> {
  await pool?.query(`
    drop table if exists three_messages, three_conversations, three_events;
    create table three_conversations (id int primary key, last_seq int not null default 0, last_text text);
    create table three_messages (id uuid primary key, conversation int not null, seq int, text text not null, at timestamptz default now());
    create table three_events (seq bigserial primary key, type text not null, data json not null);
    insert into three_conversations (id) select generate_series(0, 255)`);
}

async function store(room: number, text: string): Promise<void> {
  const client = await pool?.connect();
  if (!client) return;
  try {
    await client.query('begin');
    const found = await client.query({
      name: 'a',
      text: 'update three_conversations set last_seq = last_seq + 1, last_text = $2 where id = $1 returning last_seq',
      values: [room, text],
    });
    await client.query({
      name: 'b',
      text: 'insert into three_messages (id, conversation, seq, text) values ($1, $2, $3, $4)',
      values: [randomUUID(), room, found.rows[0].last_seq, text],
    });
    await client.query({
      name: 'c',
      text: "insert into three_events (type, data) values ('message.posted', $1)",
      values: [JSON.stringify({ room, text })],
    });
    await client.query('commit');
  } finally {
    client.release();
  }
}

const desks = new Set<WebSocket>();
let seq = 0;

function pass(from: WebSocket, room: number, key: string, text: string): void {
  seq += 1;
  const at = new Date().toISOString();
  const event = JSON.stringify({
    t: 'event',
    seq,
    type: 'message.posted',
    at,
    data: { room, clientKey: key, text },
  });
  for (const desk of desks) desk.send(event);
  from.send(JSON.stringify({ t: 'ack', key, seq, at }));
}

await prepare();
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', (ws) => {
  let room = -1;
  ws.on('message', (data) => {
    const frame = JSON.parse(String(data)) as {
      t: string;
      room: number;
      key: string;
      text: string;
    };
    if (frame.t === 'hello') {
      room = frame.room;
      if (room < 0) desks.add(ws);
      ws.send('{"t":"at"}');
    } else if (mode === 'none') pass(ws, room, frame.key, frame.text);
    else void store(room, frame.text).then(() => pass(ws, room, frame.key, frame.text));
  });
});
server.on('listening', () =>
  console.log(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`),
);
process.on('SIGTERM', () => process.exit(0));
