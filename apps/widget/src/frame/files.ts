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

/** Fetches files once and hands out addresses of the bytes; an empty address: it could not be had. */
export const fileStore = (call: Call) => {
  const urls = new Map<string, Promise<string>>();
  return (fileId: string, size: 'preview' | 'full'): Promise<string> => {
    const path = `/files/${fileId}?size=${size}`;
    const known = urls.get(path);
    if (known) return known;
    const url = call<typeof channels.getChatFile>('GET', path, { bytes: true }).then((reply) => {
      if (isRefusal(reply)) {
        urls.delete(path);
        return '';
      }
      const bytes = reply as unknown as Blob;
      const type = picture.test(bytes.type) ? bytes.type : 'application/octet-stream';
      return URL.createObjectURL(new Blob([bytes], { type }));
    });
    urls.set(path, url);
    return url;
  };
};
