import type { OtherForm } from '../../../words';
import { asked } from './asked';
import { lessons } from './lessons';
import { panel } from './panel';
import { places } from './places';
import { sheet } from './sheet';
import { steps } from './steps';

/**
 * Arabic that speaks to a woman or a girl, for whoever chose it: the texts that speak to the reader, in the feminine
 * and with the mark that shows it (ـكِ). Buttons and what speaks of things stay as they are for everybody.
 */
export const feminine: OtherForm = {
  card: {
    forward: { changedText: 'تغيّر الاختيار في هذه الأثناء. يمكنكِ إعادة الإرسال من جديد.' },
    changedText: 'تغيّرت المحادثة في هذه الأثناء. يمكنكِ اختيار الصورة من جديد.',
  },
  editor: { missed: 'ربما لم تُكتشف كل الوجوه. ألقي نظرة أخيرة قبل الإرسال.' },
  notice: {
    'one-person': 'لم يُرسل شيء. يمكنكِ اختيارها من جديد في محادثة شخص واحد.',
    screenshot: 'لم يُرسل شيء. يمكنكِ لصق لقطة شاشة لها هنا.',
  },
  helpPanel: {
    ...panel,
    steps,
    asked,
    places,
    sheet,
    lessons,
    parents: { hint: 'ست صفحات قصيرة. يمكنكِ طباعتها في ورقة واحدة.' },
  },
  popup: {
    privateOff: 'النوافذ الخاصة غير محميّة. يمكنكِ السماح بذلك من إعدادات الإضافات في المتصفح.',
  },
  settings: { coverFacesHint: 'العلامة موضوعة على البطاقة، ويمكنكِ رفعها.' },
  sites: { othersNone: 'لا شيء بعد. يمكنكِ إضافة أي موقع يبدأ عنوانه بـ https.' },
  cleaner: { covering: { missed: 'ربما لم تُكتشف كل الوجوه. ألقي نظرة أخيرة قبل الحفظ.' } },
  practice: { notDrawn: 'لم يتمكّن هذا المتصفّح من رسم الصور. يمكنكِ إرفاق ملف بدلًا منها.' },
  welcome: {
    access: { refused: 'لم يمنح المتصفح الإذن. ويمكنكِ منحه لاحقًا من إعدادات الإضافات.' },
    done: 'يمكنكِ الآن إغلاق هذه الصفحة. صافي يعمل.',
  },
};
