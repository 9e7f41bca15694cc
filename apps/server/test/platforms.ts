import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

const lab = resolve(import.meta.dirname, '../../../e2e/platforms');

interface Installed {
  /** Where the packages are; null when they could not be had. */
  readonly folder: string | null;
  readonly why: string;
}

/** The packages of `e2e/platforms`. Without them tests are skipped loudly; in CI they fail. */
export async function platforms(): Promise<Installed> {
  const { installPlatforms } = await import(join(lab, 'install.mjs'));
  try {
    return { folder: installPlatforms(), why: '' };
  } catch (error) {
    if (process.env.CI) throw error;
    const why = String(error);
    process.stderr.write(`\n*** TESTS AGAINST REAL SHOPS ARE SKIPPED: ${why}\n\n`);
    return { folder: null, why };
  }
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

export type Ask = <T>(query: string, variables?: object) => Promise<T>;

/** A running Vendure. `admin` and `shopper` are its own two doors, as its own people use them. */
export interface Vendure {
  readonly url: string;
  readonly host: string;
  readonly variants: readonly string[];
  readonly admin: Ask;
  /** A fresh visitor of the shop. */
  shopper(): Ask;
  /** Somebody buys: two pots and a cup, express, paid at once. */
  buy(email: string): Promise<{ id: string; code: string; customer: string }>;
  stop(): Promise<void>;
}

function door(url: string): Ask {
  let token = '';
  return async <T>(query: string, variables: object = {}): Promise<T> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    token = response.headers.get('vendure-auth-token') ?? token;
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}

const opened = (program: ChildProcess): Promise<{ variants: string[] }> =>
  new Promise((done, fail) => {
    let said = '';
    program.stdout?.on('data', (chunk) => {
      said += chunk;
      const line = said.split('\n').find((one) => one.startsWith('{"port"'));
      if (line) done(JSON.parse(line));
    });
    program.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    program.on('exit', (code) => fail(new Error(`Vendure ended (${code}): ${said.slice(-2000)}`)));
  });

async function buy(shop: Ask, admin: Ask, email: string, variants: readonly string[]) {
  const [pot, cup] = variants;
  const add = `mutation($id: ID!, $n: Int!) { addItemToOrder(productVariantId: $id, quantity: $n) { __typename } }`;
  await shop(add, { id: pot, n: 2 });
  await shop(add, { id: cup, n: 1 });
  await shop(
    `mutation($input: CreateCustomerInput!) { setCustomerForOrder(input: $input) { __typename } }`,
    {
      input: { firstName: 'Mei', lastName: 'Lin', emailAddress: email, phoneNumber: '13800002222' },
    },
  );
  await shop(
    `mutation($input: CreateAddressInput!) { setOrderShippingAddress(input: $input) { __typename } }`,
    {
      input: {
        fullName: '林小梅',
        streetLine1: '人民路 1 号',
        city: '成都市',
        province: '四川省',
        postalCode: '610000',
        countryCode: 'CN',
        phoneNumber: '13800002222',
      },
    },
  );
  const { eligibleShippingMethods } = await shop<{ eligibleShippingMethods: { id: string }[] }>(
    '{ eligibleShippingMethods { id } }',
  );
  await shop(
    'mutation($ids: [ID!]!) { setOrderShippingMethod(shippingMethodId: $ids) { __typename } }',
    { ids: [eligibleShippingMethods[0]?.id] },
  );
  await shop('mutation { transitionOrderToState(state: "ArrangingPayment") { __typename } }');
  const { addPaymentToOrder: order } = await shop<{
    addPaymentToOrder: { id: string; code: string; message?: string };
  }>(
    'mutation($input: PaymentInput!) { addPaymentToOrder(input: $input) { ... on Order { id code } ... on ErrorResult { message } } }',
    { input: { method: 'test-pay', metadata: {} } },
  );
  if (order.message) throw new Error(order.message);
  const found = await admin<{ order: { customer: { id: string } } }>(
    'query($id: ID!) { order(id: $id) { customer { id } } }',
    { id: order.id },
  );
  return { id: order.id, code: order.code, customer: found.order.customer.id };
}

/** Starts Vendure 3.7 on a free port; ready in about five seconds. */
export async function startVendure(folder: string): Promise<Vendure> {
  const port = await freePort();
  const script = join(folder, 'vendure.mjs');
  copyFileSync(join(lab, 'vendure.mjs'), script);
  const program = spawn(process.execPath, [script, String(port)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { variants } = await opened(program);
  const url = `http://127.0.0.1:${port}`;
  const admin = door(`${url}/admin-api`);
  await admin('mutation { login(username: "superadmin", password: "superadmin") { __typename } }');
  return {
    url,
    host: `127.0.0.1:${port}`,
    variants,
    admin,
    shopper: () => door(`${url}/shop-api`),
    buy: (email) => buy(door(`${url}/shop-api`), admin, email, variants),
    stop: () =>
      new Promise((done) => {
        program.removeAllListeners('exit');
        program.on('exit', () => done());
        program.kill('SIGKILL');
      }),
  };
}
