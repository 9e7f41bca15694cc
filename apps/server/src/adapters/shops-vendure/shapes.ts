/** What `queries.ts` asks for, as Vendure 3.7 answers. Money is in minor units, with tax. */
export interface VendureLine {
  readonly id: string;
  readonly quantity: number;
  readonly unitPriceWithTax: number;
  readonly linePriceWithTax: number;
  readonly proratedLinePriceWithTax: number;
  readonly productVariant: {
    readonly id: string;
    readonly sku: string;
    readonly name: string;
    readonly options: readonly VendureOption[];
    readonly product: { readonly id: string; readonly name: string };
  };
  readonly featuredAsset: { readonly preview: string } | null;
}

export interface VendureOption {
  readonly name: string;
  readonly group: { readonly name: string };
}

export interface VendureRefund {
  readonly id: string;
  readonly total: number;
  readonly state: string;
  readonly reason: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface VendurePayment {
  readonly id: string;
  readonly method: string;
  readonly amount: number;
  readonly state: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly refunds: readonly VendureRefund[];
}

export interface VendureFulfilment {
  readonly id: string;
  readonly state: string;
  readonly method: string;
  readonly trackingCode: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lines: readonly { readonly orderLineId: string; readonly quantity: number }[];
}

export interface VendureAddress {
  readonly fullName: string | null;
  readonly streetLine1: string | null;
  readonly streetLine2: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly postalCode: string | null;
  readonly countryCode: string | null;
  readonly phoneNumber: string | null;
}

export interface VendureOrder {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly active: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly orderPlacedAt: string | null;
  readonly currencyCode: string;
  readonly couponCodes: readonly string[];
  readonly customer: {
    readonly id: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly emailAddress: string;
    readonly phoneNumber: string | null;
    readonly updatedAt: string;
  } | null;
  readonly shippingAddress: VendureAddress | null;
  readonly lines: readonly VendureLine[];
  readonly surcharges: readonly {
    readonly id: string;
    readonly sku: string | null;
    readonly description: string;
    readonly priceWithTax: number;
    readonly createdAt: string;
  }[];
  readonly shippingWithTax: number;
  readonly totalWithTax: number;
  readonly payments: readonly VendurePayment[] | null;
  readonly fulfillments: readonly VendureFulfilment[] | null;
  readonly modifications: readonly {
    readonly id: string;
    readonly note: string;
    readonly createdAt: string;
  }[];
}
