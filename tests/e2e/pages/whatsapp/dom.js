/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * The site's words: in English, and from right to left, where nobody knows the site's own, a mark in their place.
 * Numbers in braces are in the digits that go with it.
 *
 * @param {'ltr' | 'rtl'} direction
 */
export function makeLabel(direction) {
  /** @param {string} text */
  return (text) => {
    if (direction === 'ltr') return text.replace(/[{}]/g, '');
    const digits = (text.match(/\{(\d+)\}/)?.[1] ?? '').replace(
      /\d/g,
      (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '',
    );
    return `‹ › ${digits}`.trim();
  };
}
