import { fileFault } from '../files.ts';
import { size } from '../format.ts';
import type { Outbox } from '../outbox.ts';
import type { ChatStore } from '../state.ts';
import type { SendBody } from '../types.ts';
import { fill, locale, w } from '../words.ts';

/** What the buyer says: words, cards, files. */
export const writeActs = ({ get, set }: ChatStore, mail: Outbox) => {
  /** Every word tells which page the buyer is on; the first also what the form asked. */
  const put = (body: Omit<SendBody, 'clientKey'>, upload?: File) => {
    const { page, contact, conversation } = get();
    const { url, title, product } = page;
    const where = {
      ...(url && { url: url.slice(0, 2000) }),
      ...(title && { title: title.slice(0, 300) }),
      ...(product && { productId: product.id }),
    };
    const asked = !conversation && contact && { contact };
    mail.add({ ...body, locale, page: where, ...asked }, upload);
    set({ panel: '', notice: '' });
  };

  return {
    put,
    /** Files chosen, pasted or dropped; those that may not go are named. */
    putFiles: (files: Iterable<File>) => {
      const { frame } = get();
      if (!frame) return;
      let notice = '';
      for (const each of files) {
        const fault = fileFault(each, frame.limits);
        if (!fault) put({}, each);
        else
          notice += fill(w.faults[fault], { name: each.name, limit: size(frame.limits.fileBytes) });
      }
      set({ notice });
    },
  };
};
