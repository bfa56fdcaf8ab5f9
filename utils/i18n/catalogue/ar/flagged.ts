import type { FlaggedTerm } from '../../flagged';

const review = (term: string, english: string): FlaggedTerm => ({ term, english, serious: false });

/** Chosen among several that are in use; a reader from Nineveh should say whether they are the ones. */
export const flaggedTerms: readonly FlaggedTerm[] = [
  review('تمويه', 'blur (a preview)'),
  review('غير لافت', 'discreet (name)'),
  review('قطعة الأحجية', 'puzzle piece (the button of extensions)'),
  review('ملف شخصي', 'profile of a browser'),
  review('معزولة', 'isolated (page)'),
  review('صيغة المخاطبة', 'form of address'),
  review('مدّعي الإنقاذ', 'false rescuers'),
  review('الأسايش', 'Asayish'),
  review('المرشدة التربوية', 'school counsellor'),
  review('وجيه', 'elder'),
  review('دفعة', 'payment'),
];
