/** What is read of an order; one text for reading, listing and every answer. */
export const orderFields = `
  id code state active createdAt updatedAt orderPlacedAt currencyCode couponCodes
  customer { id title firstName lastName emailAddress phoneNumber updatedAt }
  shippingAddress { fullName streetLine1 streetLine2 city province postalCode countryCode phoneNumber }
  lines { id quantity unitPriceWithTax linePriceWithTax proratedLinePriceWithTax
    productVariant { id sku name options { name group { name } } product { id name } }
    featuredAsset { preview } }
  surcharges { id sku description priceWithTax createdAt }
  shippingWithTax totalWithTax
  payments { id method amount state transactionId createdAt updatedAt
    refunds { id total state reason createdAt updatedAt } }
  fulfillments { id state method trackingCode createdAt updatedAt lines { orderLineId quantity } }
  modifications { id note createdAt }`;

export const readOrder = `query($id: ID!) { order(id: $id) { ${orderFields} } }`;

export const listOrders = `query($options: OrderListOptions) { orders(options: $options) { totalItems items { ${orderFields} } } }`;

export const listProducts = `query($options: ProductListOptions) { products(options: $options) { totalItems items {
  id name slug description enabled updatedAt featuredAsset { preview }
  variants { id sku name enabled currencyCode priceWithTax stockLevels { stockOnHand stockAllocated }
    featuredAsset { preview } options { name group { name } } } } } }`;

export const history = `query($id: ID!, $type: String!) { order(id: $id) { history(options: {
  take: 100, sort: { createdAt: DESC }, filter: { type: { eq: $type } } }) { items { id data } } } }`;

export const logIn = `mutation($username: String!, $password: String!) { login(username: $username, password: $password) {
  __typename ... on ErrorResult { errorCode message } } }`;

const outcome = '__typename ... on ErrorResult { errorCode message }';

export const addNote = `mutation($input: AddNoteToOrderInput!) { addNoteToOrder(input: $input) { id } }`;

export const turnInto = `mutation($id: ID!, $state: String!) { transitionOrderToState(id: $id, state: $state) {
  ${outcome} ... on OrderStateTransitionError { transitionError } } }`;

export const modify = `mutation($input: ModifyOrderInput!) { modifyOrder(input: $input) {
  ${outcome} ... on Order { totalWithTax } } }`;

export const fulfil = `mutation($input: FulfillOrderInput!) { addFulfillmentToOrder(input: $input) {
  ${outcome} ... on Fulfillment { id } } }`;

export const turnFulfilment = `mutation($id: ID!, $state: String!) { transitionFulfillmentToState(id: $id, state: $state) {
  ${outcome} ... on FulfillmentStateTransitionError { transitionError } } }`;

export const refund = `mutation($input: RefundOrderInput!) { refundOrder(input: $input) {
  ${outcome} ... on Refund { id state } } }`;

export const cancel = `mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { ${outcome} } }`;

export const createCoupon = `mutation($input: CreatePromotionInput!) { createPromotion(input: $input) {
  ${outcome} ... on Promotion { id couponCode } } }`;

export const findCoupon = `query($code: String!) { promotions(options: { filter: { couponCode: { eq: $code } } }) {
  items { id couponCode } } }`;
