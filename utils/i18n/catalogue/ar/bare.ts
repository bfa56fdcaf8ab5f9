import type { BareWords } from '../../bare-words';

/** What Safi says in a page when there is no guard frame to say it. */
export const bareWords: BareWords = {
  interrupted: 'توقّف صافي قبل فحص الملف',
  changed: 'تغيّرت المحادثة، فلم يُرسل شيء',
  updated: 'تم تحديث صافي. لا حماية هنا قبل إعادة تحميل الصفحة',
  notSent: 'لم يُرسل شيء بعد.',
  retry: 'محاولة أخرى',
  notNow: 'ليس الآن',
  sendOriginal: 'الإرسال كما هي، بلا تنظيف',
  close: 'إغلاق',
};

/** Asked by the browser's own dialog when nothing of Safi can be loaded any more; every language is in it. */
export const plainQuestion = 'صافي لا يعمل في هذه الصفحة قبل إعادة تحميلها. هل يُرسل الملف كما هو، بلا تنظيف؟';
