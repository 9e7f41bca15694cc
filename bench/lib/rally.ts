import { WebSocket } from 'ws';

/** Where a rally is played: how its sockets open and what they say. */
export interface Court {
  /** Opens a buyer's socket; resolves when it may send. */
  buyer(n: number): Promise<WebSocket>;
  /** Opens the socket on which every message arrives. */
  desk(): Promise<WebSocket>;
  frame(key: string, text: string): string;
}

export interface Rally {
  /** Keeps `inFlight` messages under way for the time; the rate of deliveries per second and each one's ms. */
  play(inFlight: number, ms: number): Promise<{ perSecond: number; latencies: number[] }>;
  close(): void;
}

const mark = '"clientKey":"';

/** Opens the sockets once; `play` may then be called again and again. */
export async function openRally(court: Court, buyers: number): Promise<Rally> {
  const desk = await court.desk();
  const sockets = await Promise.all(Array.from({ length: buyers }, (_, n) => court.buyer(n)));
  const waiting = new Map<string, { sent: number; slot: number }>();
  const round = Math.random().toString(36).slice(2, 8);
  let count = 0;
  let delivered = 0;
  let latencies: number[] = [];
  let playing = false;

  const send = (slot: number) => {
    count += 1;
    const key = `bench-${round}-${count}`;
    waiting.set(key, { sent: performance.now(), slot });
    sockets[slot % sockets.length]?.send(court.frame(key, `第 ${count} 句：在吗？这个还有货吗`));
  };

  const arrive = (text: string) => {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      const from = at + mark.length;
      const key = text.slice(from, text.indexOf('"', from));
      const sent = waiting.get(key);
      if (!sent) continue;
      waiting.delete(key);
      delivered += 1;
      latencies.push(performance.now() - sent.sent);
      if (playing) send(sent.slot);
    }
  };
  desk.on('message', (data) => arrive(String(data)));

  const settle = async () => {
    const end = performance.now() + 60_000;
    while (waiting.size > 0 && performance.now() < end)
      await new Promise((done) => setTimeout(done, 5));
    if (waiting.size > 0) throw new Error(`${waiting.size} messages were never delivered`);
  };

  return {
    async play(inFlight, ms) {
      delivered = 0;
      latencies = [];
      playing = true;
      const began = performance.now();
      for (let slot = 0; slot < inFlight; slot += 1) send(slot);
      await new Promise((done) => setTimeout(done, ms));
      const perSecond = (delivered / (performance.now() - began)) * 1_000;
      playing = false;
      await settle();
      return { perSecond, latencies };
    },
    close() {
      for (const socket of [desk, ...sockets]) socket.terminate();
    },
  };
}

/** Opens a socket, says hello and waits for the frame that lets it in. */
export function openSocket(url: string, hello: object, ready: RegExp): Promise<WebSocket> {
  const ws = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true });
  return new Promise((done, fail) => {
    const heard = (data: unknown) => {
      if (!ready.test(String(data))) return;
      ws.off('message', heard);
      done(ws);
    };
    ws.on('open', () => ws.send(JSON.stringify(hello)));
    ws.on('message', heard);
    ws.on('error', fail);
    ws.on('close', (_code, why) => fail(new Error(`closed: ${why}`)));
  });
}
