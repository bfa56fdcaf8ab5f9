import type { BareWords } from '../../bare-words';

/** What Safi says in a page when there is no guard frame to say it. */
export const bareWords: BareWords = {
  interrupted: 'سافی پێش سەیرکردنی فایلەکە وەستا',
  changed: 'گفتوگۆکە گۆڕا، هیچ نەنێردرا',
  updated: 'سافی نوێ کرایەوە. تا پەڕەکە بار نەکرێتەوە پاراستن نییە',
  notSent: 'هێشتا هیچ نەنێردراوە.',
  retry: 'هەوڵدانەوە',
  notNow: 'ئێستا نا',
  sendOriginal: 'ناردن وەک خۆی، بێ پاککردنەوە',
  close: 'داخستن',
};

/** Asked by the browser's own dialog when nothing of Safi can be loaded any more; every language is in it. */
export const plainQuestion =
  'سافی لەم پەڕەیەدا کار ناکات تا بار نەکرێتەوە. فایلەکە وەک خۆی بنێردرێت، بێ پاککردنەوە؟';
