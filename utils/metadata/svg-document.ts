import { sameBytes } from '../bytes/text';
import type { RefusalReason } from './clean-result';
import type { HiddenData } from './hidden-data';
import { cleanStyle, Names, type StylePart } from './svg-css';
import { expand, readDoctype } from './svg-doctype';
import { type Draft, draftOf } from './svg-draft';
import { resolve, type Within } from './svg-embedded';
import { decodeSvg } from './svg-encoding';
import { Report } from './svg-hidden';
import { asWritten, type Part, withValue } from './svg-parts';
import { readToken, shownName } from './svg-tokens';

/** Pictures in pictures, style in style; deeper is nobody's picture. */
const maximumLevel = 4;

/** A name that a program made up: "path3024". */
const numbered = /^[A-Za-z]+[-_]?\d[-_.\d]*$/;

export interface CleanedSvg {
  /** The bytes that were given, when there was nothing to change. */
  readonly bytes: Uint8Array;
  readonly hidden: readonly HiddenData[];
}

/**
 * Cleans a whole SVG.
 * @param fragment the name of the element in it that is meant from outside; empty for none
 * @param level of SVG in SVG, from 0 on
 */
export async function cleanDocument(
  bytes: Uint8Array,
  fragment = '',
  level = 0,
): Promise<CleanedSvg | RefusalReason> {
  if (level > maximumLevel) return 'too-large';
  const decoded = decodeSvg(bytes);
  if (typeof decoded === 'string') return decoded;
  const report = new Report();
  const text = withoutDoctype(decoded.text, report);
  if (typeof text === 'string') return text;
  const names = new Names();
  if (fragment !== '') names.addFragment(fragment);
  const draft = draftOf(text.text, report, names);
  if (typeof draft === 'string') return draft;
  const written = await write(draft, level);
  if (typeof written === 'string') return written;
  const cleaned = new TextEncoder().encode(decoded.prolog + written.text);
  return { bytes: sameBytes(cleaned, bytes) ? bytes : cleaned, hidden: report.items() };
}

/** The text with what its document type says written out. */
function withoutDoctype(text: string, report: Report): { readonly text: string } | RefusalReason {
  let at = 0;
  while (at < text.length) {
    if (text.startsWith('<!DOCTYPE', at)) break;
    const token = readToken(text, at);
    if (!token) return 'corrupt';
    if (token.kind === 'open') return { text };
    at = token.end;
  }
  if (at >= text.length) return 'corrupt';
  const doctype = readDoctype(text, at);
  if (typeof doctype === 'string') return doctype;
  report.tell('other', 'doctype');
  return expand(text.slice(0, at) + text.slice(doctype.end), doctype);
}

/** The parts as one text: first what they hold is cleaned, and then it is known what names are needed. */
async function write(draft: Draft, level: number): Promise<{ readonly text: string } | RefusalReason> {
  const { names, report } = draft;
  const resolved: (Part | string)[] = [];
  const within: Within = {
    svg: (bytes, fragment) => cleanDocument(bytes, fragment, level + 1),
    style: (css) => styleWithin(css, 1),
  };
  for (const part of draft.parts) {
    if (typeof part === 'string' || part.kind !== 'styled') {
      resolved.push(part);
      continue;
    }
    const text = await styleText(part.parts, within);
    if (typeof text === 'string') return text;
    resolved.push(text.css === part.text ? part.raw : part.encode(text.css));
  }
  return { text: resolved.map((part) => decided(part, draft)).join('') };

  async function styleText(parts: readonly StylePart[], inner: Within) {
    const texts: string[] = [];
    for (const part of parts) {
      if (typeof part === 'string') {
        texts.push(part);
        continue;
      }
      const link = await resolve(part, inner);
      if (typeof link === 'string') return link;
      report.add(link.removed);
      texts.push(link.address === part.address ? part.written : part.wrap(link.address));
    }
    return { css: texts.join('') };
  }

  async function styleWithin(css: string, depth: number): Promise<{ readonly css: string } | RefusalReason> {
    if (depth > maximumLevel) return 'too-large';
    return styleText(cleanStyle(css, names, report.tell), {
      ...within,
      style: (own) => styleWithin(own, depth + 1),
    });
  }
}

/** What stays of a part, now that everything was seen. */
function decided(part: Part, { names, report }: Draft): string {
  if (typeof part === 'string') return part;
  if (part.kind === 'place') return names.structural ? part.written : '';
  if (part.kind === 'styled') return part.raw;
  const { attribute } = part;
  if (part.kind === 'id') {
    if (names.ids.has(part.id) || names.attributes.has('id')) return asWritten(attribute);
    if (numbered.test(part.id)) report.tell('other', 'id');
    else report.tell('text', 'id', part.id);
    return '';
  }
  if (part.kind === 'unknown') {
    if (names.attributes.has(attribute.name)) return asWritten(attribute);
    report.tell('text', shownName(attribute.name), part.value);
    return '';
  }
  const all = part.value.split(/\s+/).filter((name) => name !== '');
  const used = names.attributes.has('class') ? all : all.filter((name) => names.classes.has(name));
  if (used.length === all.length && all.length > 0) return asWritten(attribute);
  report.tell(
    'text',
    'class',
    all.find((name) => !used.includes(name)),
  );
  return used.length === 0 ? '' : withValue(attribute, used.join(' '));
}
