import { Agent, get } from 'node:http';

/** Reads one address; the text of the answer. Anything but 200 is an error. */
function read(agent: Agent, url: string, headers: Record<string, string>): Promise<string> {
  return new Promise((done, fail) => {
    get(url, { agent, headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (reply.statusCode === 200) done(text);
        else fail(new Error(`${url}: ${reply.statusCode} ${text.slice(0, 300)}`));
      });
    }).on('error', fail);
  });
}

export interface Driven {
  readonly perSecond: number;
  /** Milliseconds from asking to the last byte of the answer. */
  readonly latencies: number[];
}

/** One address to ask, and what to make of the answer. */
export interface Asked {
  readonly url: string;
  readonly heard?: (text: string) => void;
}

/** Asks over and over for the time, on so many connections at once; each asks again as soon as it has its answer. */
export async function drive(
  ask: () => Asked,
  {
    headers,
    connections,
    ms,
  }: { headers: Record<string, string>; connections: number; ms: number },
): Promise<Driven> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const began = performance.now();
  const one = async () => {
    while (performance.now() - began < ms) {
      const asked = performance.now();
      const { url, heard } = ask();
      const text = await read(agent, url, headers);
      latencies.push(performance.now() - asked);
      heard?.(text);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, one));
    return { perSecond: (latencies.length / (performance.now() - began)) * 1_000, latencies };
  } finally {
    agent.destroy();
  }
}
