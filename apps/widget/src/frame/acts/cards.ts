import type { channels } from '@guitai/contract';
import { type Call, isRefusal } from '../api.ts';
import { fileUrl } from '../files.ts';
import { type ChatStore, type Check, withMessages } from '../state.ts';
import { w } from '../words.ts';

/** What is done on cards and files in place. */
export const cardActs = ({ get, set, turn }: ChatStore, call: Call) => {
  const asked = new Set<string>();
  const pictures = new Map<string, string>();
  const check = (id: string, patch: Check) =>
    set({ checks: { ...get().checks, [id]: { ...get().checks[id], ...patch } } });

  return {
    check,
    checkedAddress: async (checkId: string) => {
      if (asked.has(checkId)) return;
      asked.add(checkId);
      const path = `/order-checks/${checkId}/address`;
      const reply = await call<typeof channels.getCheckedAddress>('GET', path);
      if (!isRefusal(reply)) check(checkId, { address: reply.address });
    },
    answer: async (checkId: string, body: unknown) => {
      check(checkId, { busy: true, fault: '' });
      const path = `/order-checks/${checkId}/answer`;
      const reply = await call<typeof channels.answerOrderCheck>('POST', path, { body });
      const fault = isRefusal(reply) ? reply.detail || w.unreachable : '';
      if (!isRefusal(reply)) turn(withMessages(get(), [reply.message]));
      check(checkId, { busy: false, fault, ...(!fault && { changing: false }) });
    },
    /** Address of a picture's bytes; empty until they are here. */
    picture: (fileId: string): string => {
      const known = pictures.get(fileId);
      if (known === undefined) {
        pictures.set(fileId, '');
        fileUrl(call, fileId, 'preview').then((url) => {
          pictures.set(fileId, url);
          set({});
        });
      }
      return known ?? '';
    },
    save: async (fileId: string, name: string) => {
      const href = await fileUrl(call, fileId, 'full');
      if (href) Object.assign(document.createElement('a'), { href, download: name }).click();
    },
  };
};
