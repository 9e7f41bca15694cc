/** Parts of WooCommerce's REST API v3 as documented; amounts are decimal text. */
export interface WooMeta {
  readonly id?: number;
  readonly key: string;
  readonly value: unknown;
}

export interface WooAddress {
  readonly first_name: string;
  readonly last_name: string;
  readonly address_1: string;
  readonly address_2: string;
  readonly city: string;
  readonly state: string;
  readonly postcode: string;
  readonly country: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface WooLine {
  readonly id: number;
  readonly name: string;
  readonly product_id: number;
  readonly variation_id: number;
  readonly quantity: number;
  readonly subtotal: string;
  readonly subtotal_tax: string;
  readonly total: string;
  readonly total_tax: string;
  readonly sku: string | null;
  readonly image?: { readonly src: string } | null;
  readonly meta_data: readonly (WooMeta & {
    readonly display_key?: string;
    readonly display_value?: string;
  })[];
}

export interface WooCharge {
  readonly id: number;
  readonly total: string;
  readonly total_tax: string;
}

export interface WooOrder {
  readonly id: number;
  readonly number: string;
  readonly status: string;
  readonly currency: string;
  readonly date_created_gmt: string;
  readonly date_modified_gmt: string;
  readonly date_paid_gmt: string | null;
  readonly total: string;
  readonly customer_id: number;
  readonly customer_note: string;
  readonly billing: WooAddress;
  readonly shipping: WooAddress;
  readonly payment_method: string;
  readonly payment_method_title: string;
  readonly transaction_id: string;
  readonly meta_data: readonly WooMeta[];
  readonly line_items: readonly WooLine[];
  readonly shipping_lines: readonly WooCharge[];
  readonly fee_lines: readonly WooCharge[];
  readonly refunds: readonly { readonly id: number; readonly total: string }[];
}

export interface WooRefund {
  readonly id: number;
  readonly amount: string;
  readonly reason: string;
  readonly meta_data: readonly WooMeta[];
}

export interface WooNote {
  readonly id: number;
  readonly note: string;
}

export interface WooProduct {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly permalink: string;
  readonly description: string;
  readonly sku: string;
  readonly price: string;
  readonly stock_quantity: number | null;
  readonly stock_status: string;
  readonly images: readonly { readonly src: string }[];
}

export interface WooVariation extends Omit<WooProduct, 'images' | 'name' | 'type'> {
  readonly attributes: readonly { readonly name: string; readonly option: string }[];
  readonly image: { readonly src: string } | null;
}
