import type { catalog } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const productStatusWords: Record<catalog.ProductShape['status'], MessageDescriptor> = {
  on_sale: msg({ message: 'On sale', context: 'product' }),
  off_sale: msg({ message: 'Off the shelf', context: 'product' }),
  out_of_stock: msg({ message: 'Out of stock', context: 'product' }),
};
