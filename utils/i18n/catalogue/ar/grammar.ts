import type { Grammar } from '../../grammar';

export const grammar: Grammar = {
  formOf: (count) => {
    if (count === 0) return 'zero';
    if (count === 1) return 'one';
    if (count === 2) return 'two';
    const hundredth = count % 100;
    if (hundredth >= 3 && hundredth <= 10) return 'few';
    return hundredth >= 11 ? 'many' : 'other';
  },
  months: [
    'كانون الثاني',
    'شباط',
    'آذار',
    'نيسان',
    'أيار',
    'حزيران',
    'تموز',
    'آب',
    'أيلول',
    'تشرين الأول',
    'تشرين الثاني',
    'كانون الأول',
  ],
  comma: '، ',
  point: '٫',
};
