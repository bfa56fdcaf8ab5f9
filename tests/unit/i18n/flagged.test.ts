import { expect, test } from 'vitest';
import { flaggedTermsOf } from '../../../utils/i18n/flagged';
import { type Language, languages } from '../../../utils/i18n/languages';
import { wordsOf } from '../../../utils/i18n/words';

test.each(Object.keys(languages) as Language[])('every flagged term in %s is in use', (language) => {
  const catalogue = JSON.stringify(wordsOf(language));
  for (const { term } of flaggedTermsOf(language)) expect(catalogue, term).toContain(term);
});
