import { letters, maximumParts, type Part } from './part';

/** Tokens of an SVG, XML 1.0, 2.4 to 2.7 and 3.1, side by side: tags by their name, `text`, and what begins by `<!` or `<?`. */
export function svgParts(bytes: Uint8Array): readonly Part[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const parts: Part[] = [];
  for (let start = 0; start < text.length && parts.length < maximumParts; ) {
    const end = tokenEnd(text, start);
    const type = text[start] === '<' ? (/^<\/?[^\s/>]*/.exec(letters(bytes, start, 60))?.[0] ?? '<') : 'text';
    const data = Math.min(end, start + (type === 'text' ? 0 : type.length));
    parts.push({ type, start, data, end, next: end, children: [] });
    start = end;
  }
  return parts;
}

function tokenEnd(text: string, start: number): number {
  const behind = (mark: string) => {
    const at = text.indexOf(mark, start + 1);
    return at < 0 ? text.length : at + mark.length;
  };
  if (text.startsWith('<!--', start)) return behind('-->');
  if (text.startsWith('<![CDATA[', start)) return behind(']]>');
  if (text.startsWith('<?', start)) return behind('?>');
  if (text[start] === '<') return tagEnd(text, start);
  const next = text.indexOf('<', start);
  return next < 0 ? text.length : next;
}

/** A `>` within quotes ends no tag. */
function tagEnd(text: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quote) quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at + 1;
  }
  return text.length;
}
