import type { Grammar } from '../../grammar';

export const grammar: Grammar = {
  formOf: (count) => (count === 1 ? 'one' : 'other'),
  months: [
    'کانوونی دووەم',
    'شوبات',
    'ئازار',
    'نیسان',
    'ئایار',
    'حوزەیران',
    'تەممووز',
    'ئاب',
    'ئەیلوول',
    'تشرینی یەکەم',
    'تشرینی دووەم',
    'کانوونی یەکەم',
  ],
  comma: '، ',
  point: '٫',
};
