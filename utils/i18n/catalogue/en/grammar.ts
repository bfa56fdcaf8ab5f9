import type { Grammar } from '../../grammar';

export const grammar: Grammar = {
  formOf: (count) => (count === 1 ? 'one' : 'other'),
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  comma: ', ',
  point: '.',
};
