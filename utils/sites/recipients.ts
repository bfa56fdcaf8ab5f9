import type { Reading } from './site';

/**
 * Mail: an address that writes to several says that they are a group. Of all other mail nobody can say whom it will
 * reach: more recipients may be added after the picture.
 * @param fields names of the address's parts that hold recipients
 */
export function byRecipients(fields: readonly string[]): (document: Document) => Reading {
  return ({ location: { search, hash } }) => {
    const after = hash.includes('?') ? hash.slice(hash.indexOf('?')) : '';
    const parts = [search, after].map((part) => new URLSearchParams(part));
    const written = parts.flatMap((part) => fields.flatMap((field) => part.getAll(field)));
    const to = new Set(written.flatMap((list) => list.split(/[,;]/)).filter((one) => one.includes('@')));
    return { audience: { kind: to.size > 1 ? 'group' : 'unknown' }, chatId: null, title: null };
  };
}
