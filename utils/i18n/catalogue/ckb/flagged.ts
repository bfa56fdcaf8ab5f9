import type { FlaggedTerm } from '../../flagged';

const review = (term: string, english: string): FlaggedTerm => ({ term, english, serious: false });
const doubt = (term: string, english: string): FlaggedTerm => ({ term, english, serious: true });

/** Beside these the whole Sorani catalogue awaits a reader. */
export const flaggedTerms: readonly FlaggedTerm[] = [
  review('ئەو کەسە', 'person threatening you'),
  doubt('پۆلیسی کۆمەڵایەتی', 'Community Police'),
  review('دەزگای ئاسایش', 'National Security Service, security service'),
  review('فریاکەوتن', 'emergency'),
  review('شاراوە', 'hidden data'),
  review('دەموچاو', 'face'),
  review('کۆپیی پاک', 'clean copy'),
  review('پارێزراو', 'protected, safer'),
  review('ناردن وەک خۆی', 'send as it is'),
  doubt('داپۆشینی دەموچاو', 'cover faces'),
  review('بڕین', 'crop'),
  review('یەک جار ببینرێت', 'view once'),
  review('ساتێک پێش', 'a moment before'),
  review('ئاگادارکردنەوە', 'report to authorities'),
  review('تایبەتێتی', 'privacy'),
  review('ڕاوێژکاری قوتابخانە', 'school counsellor'),
  review('دوو هەنگاوی', 'two-step verification'),
  review('بەستراوەکان', 'linked devices'),
  review('دۆکیومێنت', 'file sent as document'),
  review('ساختە', 'fake'),
  review('مەترسی', 'danger'),
  review('ئەفسەر', 'officer'),
  review('وۆرکشۆپ', 'workshop'),
  review('ڕێککەوتن', 'agreement'),
  review('کاتی شاشە', 'screen time'),
  review('پەڕەی ڕاپۆرت', 'report sheet'),
  review('ڕیش سپی', 'elder'),
  review('لێڵکردن', 'blur'),
  doubt('ڕزگارکەری ساختە', 'false rescuer'),
];
