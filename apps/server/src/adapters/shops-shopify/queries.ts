const money = 'shopMoney { amount }';

/** What is read of an order. */
export const orderFields = `
  id legacyResourceId name createdAt updatedAt cancelledAt closedAt currencyCode note
  displayFinancialStatus displayFulfillmentStatus statusPageUrl
  currentTotalPriceSet { ${money} } currentShippingPriceSet { ${money} }
  customer { legacyResourceId displayName defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } }
  shippingAddress { name address1 address2 city province zip countryCodeV2 phone }
  lineItems(first: 100) { nodes { id title sku quantity currentQuantity variantTitle
    originalUnitPriceSet { ${money} } discountAllocations { allocatedAmountSet { ${money} } }
    image { url } variant { legacyResourceId } product { legacyResourceId } } }
  transactions(first: 100) { id kind status gateway createdAt amountSet { ${money} } parentTransaction { id } }
  refunds(first: 100) { id note createdAt }
  fulfillments(first: 50) { id legacyResourceId status displayStatus createdAt updatedAt deliveredAt
    trackingInfo(first: 5) { company number } fulfillmentLineItems(first: 100) { nodes { lineItem { id } quantity } } }`;

export const readOrder = `query($id: ID!) { order(id: $id) { ${orderFields} } }`;

export const listOrders = `query($first: Int!, $after: String, $query: String) {
  orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
    nodes { ${orderFields} } pageInfo { hasNextPage endCursor } } }`;

export const listProducts = `query($first: Int!, $after: String) {
  products(first: $first, after: $after, sortKey: ID) { pageInfo { hasNextPage endCursor } nodes {
    legacyResourceId title status description onlineStoreUrl featuredMedia { preview { image { url } } }
    variants(first: 100) { nodes { legacyResourceId sku price inventoryQuantity availableForSale
      selectedOptions { name value } } } } } }`;

export const whoAmI = '{ shop { id currencyCode } }';

const problems = 'userErrors { field message }';

export const updateOrder = `mutation($input: OrderInput!) { orderUpdate(input: $input) { order { id } ${problems} } }`;

/** Shopify itself keeps the key: the same one twice is one refund. */
export const createRefund = `mutation($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) { refund { id } ${problems} } }`;

export const cancelOrder = `mutation($orderId: ID!, $reason: OrderCancelReason!, $staffNote: String) {
  orderCancel(orderId: $orderId, reason: $reason, staffNote: $staffNote, restock: true, notifyCustomer: false,
    refundMethod: { originalPaymentMethodsRefund: false }) { job { id } orderCancelUserErrors { field message } } }`;

export const openFulfilments = `query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 50) { nodes { id status
  lineItems(first: 100) { nodes { id remainingQuantity lineItem { id } } } } } } }`;

export const createFulfilment = `mutation($fulfillment: FulfillmentInput!) {
  fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id } ${problems} } }`;

export const createCoupon = `mutation($discount: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $discount) { codeDiscountNode { id } userErrors { field message } } }`;

export const findCoupon = 'query($code: String!) { codeDiscountNodeByCode(code: $code) { id } }';
