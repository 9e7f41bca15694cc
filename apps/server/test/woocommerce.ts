import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  WooAddress,
  WooMeta,
  WooNote,
  WooOrder,
  WooRefund,
} from '../src/adapters/shops-woocommerce/shapes.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Kept {
  order: Mutable<WooOrder>;
  notes: WooNote[];
  refunds: WooRefund[];
}

/** `lost`: carried out, the answer swallowed. `slow`: so, but carried out only after the asker went away. */
type Fault = 'lost' | 'slow' | 'busy' | 'failing';

/** A shop that answers as WooCommerce's documentation of the REST API v3 shows; over real HTTP, with faults to order. */
export interface Woo {
  readonly url: string;
  readonly host: string;
  readonly book: Map<number, Kept>;
  readonly coupons: { code: string }[];
  /** Writes that were carried out, in order: `POST /orders/1/refunds`. */
  readonly carriedOut: string[];
  /** The next writes meet these, one each. */
  readonly faults: Fault[];
  buy(): { id: string; buyer: string };
  /** Somebody of the shop changes an order there. */
  change(id: string, change: Partial<WooOrder>): void;
  signed(body: string): string;
  /** Nobody answers until it is opened again. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

export const wooSecrets = {
  consumerKey: 'ck_test',
  consumerSecret: 'cs_test',
  webhookSecret: 'whisper',
};

const home: WooAddress = {
  first_name: 'Mei',
  last_name: 'Lin',
  address_1: '人民路 1 号',
  address_2: '',
  city: '成都市',
  state: '四川省',
  postcode: '610000',
  country: 'CN',
  phone: '13800002222',
};

const line = (id: number, name: string, product: number, quantity: number, total: string) => ({
  id,
  name,
  product_id: product,
  variation_id: 0,
  quantity,
  subtotal: total,
  subtotal_tax: '0.00',
  total,
  total_tax: '0.00',
  sku: `SKU-${product}`,
  image: null,
  meta_data: [],
});

const product = (id: number, name: string, price: string) => ({
  id,
  name,
  type: 'simple',
  status: 'publish',
  permalink: '',
  description: '',
  sku: `SKU-${id}`,
  price,
  stock_quantity: 50,
  stock_status: 'instock',
  images: [],
});

const products = [product(11, 'Teapot', '129.00'), product(12, 'Cup', '39.00')];

const readAll = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

function newShop() {
  const book = new Map<number, Kept>();
  const coupons: { code: string }[] = [];
  let last = 100;
  const nextId = (): number => {
    last += 1;
    return last;
  };
  let clock = Date.now() - 120_000;
  const tick = (): string => {
    clock += 1000;
    return new Date(clock).toISOString().slice(0, 19);
  };
  const keptOf = (id: string): Kept => {
    const kept = book.get(Number(id));
    if (!kept) throw new Refused(404, 'Invalid ID.');
    return kept;
  };
  const buy = () => {
    const [id, buyer] = [nextId(), nextId()];
    const at = tick();
    const order: Mutable<WooOrder> = {
      id,
      number: String(id),
      status: 'processing',
      currency: 'CNY',
      date_created_gmt: at,
      date_modified_gmt: at,
      date_paid_gmt: at,
      total: '309.00',
      customer_id: buyer,
      customer_note: '',
      billing: { ...home, email: `mei${buyer}@example.com` },
      shipping: home,
      payment_method: 'card',
      payment_method_title: 'Card',
      transaction_id: `tx_${id}`,
      meta_data: [],
      line_items: [line(1, 'Teapot', 11, 2, '258.00'), line(2, 'Cup', 12, 1, '39.00')],
      shipping_lines: [{ id: 3, total: '12.00', total_tax: '0.00' }],
      fee_lines: [],
      refunds: [],
    };
    book.set(id, { order, notes: [], refunds: [] });
    return { id: String(id), buyer: String(buyer) };
  };
  const change = (id: string, wanted: Partial<WooOrder>): void => {
    const { order } = keptOf(id);
    const meta = [...order.meta_data, ...((wanted.meta_data as WooMeta[]) ?? [])];
    Object.assign(order, wanted, { meta_data: meta, date_modified_gmt: tick() });
  };
  const refund = (id: string, wanted: { amount: string; reason: string; meta_data: WooMeta[] }) => {
    const kept = keptOf(id);
    const left =
      Number(kept.order.total) - kept.refunds.reduce((sum, r) => sum + Number(r.amount), 0);
    if (Number(wanted.amount) > left + 1e-9)
      throw new Refused(400, 'Refund amount is not valid or greater than what is left.');
    const made = { id: nextId(), ...wanted };
    kept.refunds.push(made);
    kept.order.refunds = [...kept.order.refunds, { id: made.id, total: `-${wanted.amount}` }];
    kept.order.date_modified_gmt = tick();
    return made;
  };
  return { book, coupons, keptOf, buy, change, refund, nextId };
}

type Shop = ReturnType<typeof newShop>;

const writes: [RegExp, (shop: Shop, id: string, body: never) => unknown][] = [
  [
    /^POST \/orders\/(\d+)\/notes$/,
    (shop, id, { note }: { note: string }) => {
      shop.keptOf(id).notes.push({ id: shop.nextId(), note });
      return shop.keptOf(id).notes.at(-1);
    },
  ],
  [/^POST \/orders\/(\d+)\/refunds$/, (shop, id, body) => shop.refund(id, body)],
  [
    /^PUT \/orders\/(\d+)$/,
    (shop, id, body) => {
      shop.change(id, body);
      return shop.keptOf(id).order;
    },
  ],
  [
    /^POST \/coupons()$/,
    (shop, _id, body: { code: string }) => {
      if (shop.coupons.some(({ code }) => code === body.code))
        throw new Refused(400, 'The coupon code already exists');
      shop.coupons.push(body);
      return body;
    },
  ],
];

function read(shop: Shop, path: string, query: URLSearchParams): unknown {
  const [, id, part] = /^\/orders\/(\d+)(?:\/(notes|refunds))?$/.exec(path) ?? [];
  if (id) {
    const kept = shop.keptOf(id);
    return part === 'notes' ? kept.notes : part === 'refunds' ? kept.refunds : kept.order;
  }
  if (path === '/products') return products;
  if (path === '/coupons') return shop.coupons.filter((c) => c.code === query.get('code'));
  if (path !== '/orders') throw new Refused(404, 'No route was found');
  const after = query.get('modified_after') ?? '';
  const customer = query.get('customer');
  return [...shop.book.values()]
    .map(({ order }) => order)
    .filter((order) => order.date_modified_gmt > after)
    .filter((order) => customer === null || order.customer_id === Number(customer))
    .sort((a, b) => (a.date_modified_gmt < b.date_modified_gmt ? -1 : 1));
}

/** Opens the shop on a free port of this machine. */
export async function openWoo(): Promise<Woo> {
  const shop = newShop();
  const carriedOut: string[] = [];
  const faults: Fault[] = [];
  const authorization = `Basic ${Buffer.from(`${wooSecrets.consumerKey}:${wooSecrets.consumerSecret}`).toString('base64')}`;

  function carryOut(act: string, body: string): unknown {
    for (const [shape, way] of writes) {
      const hit = shape.exec(act);
      if (!hit) continue;
      const told = way(shop, hit[1] ?? '', JSON.parse(body) as never);
      carriedOut.push(act);
      return told;
    }
    throw new Refused(404, 'No route was found');
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    const url = new URL(request.url ?? '', 'http://woo.test');
    const path = url.pathname.replace('/wp-json/wc/v3', '');
    const body = await readAll(request);
    if (request.headers.authorization !== authorization)
      return void send(401, { code: 'woocommerce_rest_cannot_view', message: 'Sorry' });
    try {
      if (request.method === 'GET') {
        const found = read(shop, path, url.searchParams);
        if (!Array.isArray(found) || !url.searchParams.has('per_page'))
          return void send(200, found);
        const size = Number(url.searchParams.get('per_page'));
        const page = Number(url.searchParams.get('page') ?? 1);
        const pages = String(Math.ceil(found.length / size));
        return void send(200, found.slice((page - 1) * size, page * size), {
          'x-wp-totalpages': pages,
        });
      }
      const fault = faults.shift();
      if (fault === 'busy') return void send(429, { message: 'Too many' }, { 'retry-after': '7' });
      if (fault === 'failing') return void send(502, { message: 'Bad gateway' });
      if (fault === 'slow') {
        request.socket.destroy();
        setTimeout(() => carryOut(`${request.method} ${path}`, body), 300);
        return;
      }
      const told = carryOut(`${request.method} ${path}`, body);
      if (fault === 'lost') return void request.socket.destroy();
      send(201, told);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      send(error.status, { message: error.message });
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  const listen = (port: number) =>
    new Promise<void>((done) => server.listen(port, '127.0.0.1', () => done()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const down = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    book: shop.book,
    coupons: shop.coupons,
    carriedOut,
    faults,
    buy: shop.buy,
    change: shop.change,
    signed: (body) => createHmac('sha256', wooSecrets.webhookSecret).update(body).digest('base64'),
    down,
    up: () => listen(port),
    close: down,
  };
}
