export interface ShopMoney {
  readonly shopMoney: { readonly amount: string };
}

export interface ShopifyLine {
  readonly id: string;
  readonly title: string;
  readonly sku: string | null;
  readonly quantity: number;
  readonly currentQuantity: number;
  readonly variantTitle: string | null;
  readonly originalUnitPriceSet: ShopMoney;
  readonly discountAllocations: readonly { readonly allocatedAmountSet: ShopMoney }[];
  readonly image: { readonly url: string } | null;
  readonly variant: { readonly legacyResourceId: string } | null;
  readonly product: { readonly legacyResourceId: string } | null;
}

export interface ShopifyTransaction {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly gateway: string | null;
  readonly createdAt: string;
  readonly amountSet: ShopMoney;
  readonly parentTransaction: { readonly id: string } | null;
}

export interface ShopifyFulfilment {
  readonly id: string;
  readonly legacyResourceId: string;
  readonly status: string;
  readonly displayStatus: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deliveredAt: string | null;
  readonly trackingInfo: readonly {
    readonly company: string | null;
    readonly number: string | null;
  }[];
  readonly fulfillmentLineItems: {
    readonly nodes: readonly {
      readonly lineItem: { readonly id: string };
      readonly quantity: number;
    }[];
  };
}

export interface ShopifyAddress {
  readonly name: string | null;
  readonly address1: string | null;
  readonly address2: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly zip: string | null;
  readonly countryCodeV2: string | null;
  readonly phone: string | null;
}

/** What `queries.ts` reads of an order. */
export interface ShopifyOrder {
  readonly id: string;
  readonly legacyResourceId: string;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cancelledAt: string | null;
  readonly closedAt: string | null;
  readonly currencyCode: string;
  readonly note: string | null;
  readonly displayFinancialStatus: string | null;
  readonly displayFulfillmentStatus: string;
  readonly statusPageUrl: string;
  readonly currentTotalPriceSet: ShopMoney;
  readonly currentShippingPriceSet: ShopMoney;
  readonly customer: {
    readonly legacyResourceId: string;
    readonly displayName: string;
    readonly defaultEmailAddress: { readonly emailAddress: string } | null;
    readonly defaultPhoneNumber: { readonly phoneNumber: string } | null;
  } | null;
  readonly shippingAddress: ShopifyAddress | null;
  readonly lineItems: { readonly nodes: readonly ShopifyLine[] };
  readonly transactions: readonly ShopifyTransaction[];
  readonly refunds: readonly {
    readonly id: string;
    readonly note: string | null;
    readonly createdAt: string | null;
  }[];
  readonly fulfillments: readonly ShopifyFulfilment[];
}

export interface ShopifyProduct {
  readonly legacyResourceId: string;
  readonly title: string;
  readonly status: string;
  readonly description: string;
  readonly onlineStoreUrl: string | null;
  readonly featuredMedia: {
    readonly preview: { readonly image: { readonly url: string } | null } | null;
  } | null;
  readonly variants: {
    readonly nodes: readonly {
      readonly legacyResourceId: string;
      readonly sku: string | null;
      readonly price: string;
      readonly inventoryQuantity: number | null;
      readonly availableForSale: boolean;
      readonly selectedOptions: readonly { readonly name: string; readonly value: string }[];
    }[];
  };
}
