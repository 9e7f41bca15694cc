/** Files of the chat: what may go up, and bytes that come down under the visitor's secret. */
import type { channels } from '@guitai/contract';
import { type Call, isRefusal } from './api.ts';
import type { ChatFrame } from './types.ts';

/** Why a file may not be sent, before a byte of it has gone up; the server looks again, at the content. */
export const fileFault = (
  file: { size: number; type: string },
  { fileBytes, fileTypes }: ChatFrame['limits'],
): 'tooLarge' | 'wrongType' | null =>
  file.size > fileBytes ? 'tooLarge' : fileTypes.includes(file.type) ? null : 'wrongType';

const picture = /^image\/(png|jpe?g|gif|webp|avif)$/;

/** Fetches a file and gives an address of its bytes; an empty one when it cannot be had. Only pictures keep their type. */
export const fileUrl = async (
  call: Call,
  fileId: string,
  size: 'preview' | 'full',
): Promise<string> => {
  const path = `/files/${fileId}?size=${size}`;
  const reply = await call<typeof channels.getChatFile>('GET', path, { bytes: true });
  if (isRefusal(reply)) return '';
  const bytes = reply as unknown as Blob;
  return URL.createObjectURL(picture.test(bytes.type) ? bytes : new Blob([bytes]));
};
