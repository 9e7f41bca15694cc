import type { importing } from '@guitai/contract';

export type ImportShape = importing.ImportShape;
export type ImportMapping = importing.ImportMappingShape;
