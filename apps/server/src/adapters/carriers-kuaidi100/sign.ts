import { hash } from 'node:crypto';

/** MD5 in capital hexadecimal letters, as 快递100 signs everything. */
export const md5 = (text: string): string => hash('md5', text).toUpperCase();
