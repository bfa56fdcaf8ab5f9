import type { OtherForm, Words } from '../../../words';

export const sheet: OtherForm<Words['helpPanel']['sheet']> = {
  rowHint: 'تغنيكِ عن تكرار القصة في كل مكتب',
  says: ['تكتبينها مرة، وتعرضينها في كل مكتب.', 'لا يُحفظ شيء. يزول كل شيء عند الإغلاق.'],
  fillHint: 'يمكنكِ ترك أي حقل فارغًا',
  paperHint: 'الحقول الفارغة لا بأس بها. لا حاجة إلى اسمكِ بعد.',
};
