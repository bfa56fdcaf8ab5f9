import type { Part, Range } from './parts/part';

/**
 * What an SVG is drawn by: characters of texts and style, and the values of attributes, whatever they say. Not drawn
 * from are names that nothing else speaks of, and attributes of editors, of scripts and of data.
 */

const texts = /^<(?:text|textArea|flowRoot|foreignObject|style)$/;
const named = /^(?:id|xml:id|class|title|name|on.*|data-.*|aria-.*|xmlns:.*)$/;
const foreign = /^(?!xlink:href$|xml:)[\w.-]+:/;

export function drawnOfSvg(bytes: Uint8Array, parts: readonly Part[]): readonly Range[] {
  const document = Buffer.from(bytes).toString('latin1');
  const ranges: Range[] = [];
  const open: string[] = [];
  for (const { type, start, end } of parts) {
    const isTag = /^<[^!?]/.test(type);
    if (!isTag) {
      const isDrawn = open.some((name) => texts.test(name));
      if (isDrawn && !type.startsWith('<!--') && !type.startsWith('<?')) ranges.push({ start, end });
      continue;
    }
    const tag = document.slice(start, end);
    if (type.startsWith('</')) open.pop();
    else if (!tag.endsWith('/>')) open.push(type);
    for (const match of tag.matchAll(/([^\s"'=<>/]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
      const [whole, name = '', value = ''] = match;
      const from = start + match.index + whole.length - value.length;
      if (foreign.test(name) || (named.test(name) && !isSpokenOf(value, document))) continue;
      ranges.push({ start: from, end: from + value.length });
    }
  }
  return ranges;
}

/** Whether the words of a value stand anywhere else. */
function isSpokenOf(value: string, document: string): boolean {
  const words = value.slice(1, -1).trim().split(/\s+/);
  return words.every((word) => document.split(word).length > 2);
}
