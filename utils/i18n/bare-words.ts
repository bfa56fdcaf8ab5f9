import type { Language } from './languages';

/** The dozen words that share-guard says by itself, when there is no guard frame to say them. */
interface BareWords {
  readonly interrupted: string;
  readonly changed: string;
  readonly updated: string;
  /** Under `interrupted` and `updated`. */
  readonly notSent: string;
  readonly retry: string;
  readonly notNow: string;
  readonly sendOriginal: string;
  readonly close: string;
}

export const bareWords: Readonly<Record<Language, BareWords>> = {
  ar: {
    interrupted: 'توقّف صافي قبل فحص الملف',
    changed: 'تغيّرت المحادثة، فلم يُرسل شيء',
    updated: 'تم تحديث صافي. لا حماية هنا قبل إعادة تحميل الصفحة',
    notSent: 'لم يُرسل شيء بعد.',
    retry: 'محاولة أخرى',
    notNow: 'ليس الآن',
    sendOriginal: 'الإرسال كما هي، بلا تنظيف',
    close: 'إغلاق',
  },
  ckb: {
    interrupted: 'سافی پێش سەیرکردنی فایلەکە وەستا',
    changed: 'گفتوگۆکە گۆڕا، هیچ نەنێردرا',
    updated: 'سافی نوێ کرایەوە. تا پەڕەکە بار نەکرێتەوە پاراستن نییە',
    notSent: 'هێشتا هیچ نەنێردراوە.',
    retry: 'هەوڵدانەوە',
    notNow: 'ئێستا نا',
    sendOriginal: 'ناردن وەک خۆی، بێ پاککردنەوە',
    close: 'داخستن',
  },
  en: {
    interrupted: 'Safi stopped before it could look at the file',
    changed: 'The chat changed, so nothing was sent',
    updated: 'Safi was updated. Until the page is reloaded, it protects nothing here',
    notSent: 'Nothing has been sent yet.',
    retry: 'Try again',
    notNow: 'Not now',
    sendOriginal: 'Send as it is, not cleaned',
    close: 'Close',
  },
};
