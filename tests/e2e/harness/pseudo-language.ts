/**
 * Two languages that nobody speaks, made of the English texts: `en-XA` is longer than any we have, with accents and
 * words that do not break; `ar-XB` is as long, in Arabic letters, from right to left. They are only in the tests:
 * what is drawn of a page is said anew in them, and never a choice of Safi's.
 */
export type PseudoLanguage = 'en-XA' | 'ar-XB';

export const pseudoLanguages: readonly PseudoLanguage[] = ['en-XA', 'ar-XB'];

/**
 * A text in a pseudo-language: seven letters for ten more, in brackets that show where it ends, here and there two
 * words in one. `{slots}` stay as they are. It stands alone, so that it runs in a page too.
 */
export function inPseudo(text: string, language: PseudoLanguage): string {
  const latin = [...'abcdefghijklmnopqrstuvwxyz'];
  const letters =
    language === 'en-XA' ? [...'áƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž'] : [...'ابجدهفغحيزكلمنعبقرستوفوخيز'];
  const letterFor = (letter: string) => {
    const own = letters[latin.indexOf(letter.toLowerCase())] ?? letter;
    return letter === letter.toLowerCase() ? own : own.toUpperCase();
  };
  let at = 0;
  const stretched = (word: string) => {
    let said = '';
    for (const letter of word) {
      const own = letterFor(letter);
      // Of ten letters the second, third, fifth, sixth, eighth, ninth and tenth.
      const twice = /\p{L}/u.test(letter) && Math.floor((at + 1) * 0.7) > Math.floor(at * 0.7);
      if (/\p{L}/u.test(letter)) at += 1;
      said += twice ? own + own.toLowerCase() : own;
    }
    return said;
  };
  const words = text.trim().split(/\s+/);
  if (!/\p{L}/u.test(text)) return text;
  const said = words.map((word, place) => {
    const own = word
      .split(/(\{\w+\})/)
      .map((part) => (/^\{\w+\}$/.test(part) ? part : stretched(part)))
      .join('');
    const joins = place % 9 === 4 || place === words.length - 1;
    return joins ? own : `${own} `;
  });
  const [before = ''] = /^\s*/.exec(text) ?? [];
  const [after = ''] = /\s*$/.exec(text) ?? [];
  return `${before}[${said.join('')}]${after}`;
}
