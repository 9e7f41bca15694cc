/**
 * A real Vendure on SQLite in memory, for the tests of its connector: started as a program of its own, spoken to over HTTP only.
 * `node vendure.mjs <port>` prints one line of JSON when the shop is open and stocked.
 */
import vendure from '@vendure/core';

const { bootstrap, defaultConfig, DefaultLogger, LogLevel, dummyPaymentHandler } = vendure;
const port = Number(process.argv[2]);
const began = Date.now();
process.env.TZ = 'UTC';

await bootstrap({
  ...defaultConfig,
  logger: new DefaultLogger({ level: LogLevel.Error }),
  apiOptions: {
    ...defaultConfig.apiOptions,
    hostname: '127.0.0.1',
    port,
    adminApiPath: 'admin-api',
    shopApiPath: 'shop-api',
  },
  authOptions: {
    ...defaultConfig.authOptions,
    tokenMethod: ['bearer', 'cookie'],
    requireVerification: false,
    superadminCredentials: { identifier: 'superadmin', password: 'superadmin' },
  },
  dbConnectionOptions: { type: 'sqljs', synchronize: true, autoSave: false },
  paymentOptions: { ...defaultConfig.paymentOptions, paymentMethodHandlers: [dummyPaymentHandler] },
});

let token = '';
async function admin(query, variables = {}) {
  const response = await fetch(`http://127.0.0.1:${port}/admin-api`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  token = response.headers.get('vendure-auth-token') ?? token;
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
const idOf = (data) => Object.values(data)[0].id;
const en = (fields) => [{ languageCode: 'en', ...fields }];
const arg = (name, value) => ({ name, value });

await admin('mutation { login(username: "superadmin", password: "superadmin") { __typename } }');
const country = idOf(
  await admin('mutation($input: CreateCountryInput!) { createCountry(input: $input) { id } }', {
    input: { code: 'CN', enabled: true, translations: en({ name: 'China' }) },
  }),
);
const zone = idOf(
  await admin('mutation($input: CreateZoneInput!) { createZone(input: $input) { id } }', {
    input: { name: 'Home', memberIds: [country] },
  }),
);
const category = idOf(
  await admin(
    'mutation($input: CreateTaxCategoryInput!) { createTaxCategory(input: $input) { id } }',
    {
      input: { name: 'Standard', isDefault: true },
    },
  ),
);
await admin('mutation($input: CreateTaxRateInput!) { createTaxRate(input: $input) { id } }', {
  input: { name: 'VAT', enabled: true, value: 13, categoryId: category, zoneId: zone },
});
const { channels } = await admin('{ channels { items { id } } }');
await admin(
  'mutation($input: UpdateChannelInput!) { updateChannel(input: $input) { __typename ... on ErrorResult { message } } }',
  {
    input: {
      id: channels.items[0].id,
      pricesIncludeTax: true,
      defaultTaxZoneId: zone,
      defaultShippingZoneId: zone,
      defaultCurrencyCode: 'CNY',
      availableCurrencyCodes: ['CNY'],
    },
  },
);
await admin(
  'mutation($input: CreateShippingMethodInput!) { createShippingMethod(input: $input) { id } }',
  {
    input: {
      code: 'express',
      fulfillmentHandler: 'manual-fulfillment',
      checker: {
        code: 'default-shipping-eligibility-checker',
        arguments: [arg('orderMinimum', '0')],
      },
      calculator: {
        code: 'default-shipping-calculator',
        arguments: [arg('rate', '1200'), arg('includesTax', 'include'), arg('taxRate', '13')],
      },
      translations: en({ name: 'Express', description: '' }),
    },
  },
);
await admin(
  'mutation($input: CreatePaymentMethodInput!) { createPaymentMethod(input: $input) { id } }',
  {
    input: {
      code: 'test-pay',
      enabled: true,
      handler: { code: 'dummy-payment-handler', arguments: [arg('automaticSettle', 'true')] },
      translations: en({ name: 'Test pay', description: '' }),
    },
  },
);
const variants = [];
for (const [name, sku, price] of [
  ['Teapot', 'TEA-POT', 12900],
  ['Cup', 'TEA-CUP', 3900],
]) {
  const product = idOf(
    await admin('mutation($input: CreateProductInput!) { createProduct(input: $input) { id } }', {
      input: {
        enabled: true,
        translations: en({ name, slug: sku.toLowerCase(), description: '' }),
      },
    }),
  );
  const made = await admin(
    'mutation($input: [CreateProductVariantInput!]!) { createProductVariants(input: $input) { id } }',
    {
      input: [
        {
          productId: product,
          sku,
          price,
          stockOnHand: 1000,
          taxCategoryId: category,
          translations: en({ name }),
        },
      ],
    },
  );
  variants.push(made.createProductVariants[0].id);
}
console.log(JSON.stringify({ port, variants, ms: Date.now() - began }));
