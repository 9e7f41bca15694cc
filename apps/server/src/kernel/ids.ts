import { v7 } from 'uuid';

/** A new random id (UUID version 7: roughly time-ordered, so that indexes stay compact). Never a permission. */
export const newId = (): string => v7();

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has the shape of an id. */
export const isId = (text: string): boolean => idPattern.test(text);
