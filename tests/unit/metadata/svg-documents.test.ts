import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { svg as container } from '../../../utils/metadata/svg';
import { join, latin1, makePhoto } from '../../fixtures/jpeg';
import * as png from '../../fixtures/png';
import {
  base64,
  illustrator,
  illustratorCleaned,
  inkscape,
  inkscapeCleaned,
  svg,
  utf8,
} from '../../fixtures/svg-editors';
import { cleaner, flip } from './cleaning';

const { clean, outcomeOf } = cleaner(container);

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const cleanText = async (text: string) => textOf((await clean(utf8(text))).bytes);

/** What a text becomes, which must then be clean. */
async function becomes(original: string | Uint8Array, expected: string) {
  const { bytes } = await clean(typeof original === 'string' ? utf8(original) : original);
  expect(textOf(bytes)).toBe(expected);
  expect(await outcomeOf(bytes)).toBe('already-clean');
}

const picture = png.png({ before: [png.text('Author', 'Noor')] });
const cleanPicture = png.png();
const embedded = (bytes: Uint8Array, type = 'image/png') => `data:${type};base64,${base64(bytes)}`;

describe('reads', () => {
  test('what Inkscape leaves: names, dates, paths, versions', async () => {
    const { removed } = await clean(utf8(inkscape));
    const told = removed.map(({ kind, source, label, value }) => [kind, source, label, value]);
    for (const item of [
      ['device', 'SVG', 'comment', 'Created with Inkscape (http://www.inkscape.org/)'],
      ['device', 'SVG', 'ink:version', '1.2.2'],
      ['text', 'SVG', 'sodipodi:docname', 'secret.svg'],
      ['person', 'SVG', 'ink:export-filename', '/home/noor/secret.png'],
      ['person', 'RDF', 'dc:creator', 'Noor Ahmed'],
      ['time', 'RDF', 'dc:date', '2026-11-12'],
      ['text', 'RDF', 'dc:title', 'secret title'],
      ['text', 'SVG', 'title', 'secret house'],
      ['edit-history', 'SVG', 'Inkscape', undefined],
    ]) {
      expect(told).toContainEqual(item);
    }
    const inspected = await container.inspect(memorySource(utf8(inkscape)));
    expect(inspected).toEqual({ outcome: 'inspected', hidden: removed });
  });

  test('what pictures in it hold', async () => {
    const { removed } = await clean(utf8(svg(`<image href="${embedded(makePhoto(), 'image/jpeg')}"/>`)));
    expect(removed).toContainEqual({ kind: 'device', source: 'EXIF', label: 'Make', value: 'Samsung' });
    expect(removed.some(({ kind }) => kind === 'place')).toBe(true);
  });

  test('no more than anybody reads', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => `<g secret${index}="x"/>`).join('');
    expect((await clean(utf8(svg(many)))).removed.length).toBe(500);
  });
});

describe('recognises', () => {
  const matches = (bytes: Uint8Array) => container.matches(bytes.subarray(0, 4096), bytes.length);

  test('SVG, and gzip that holds one', () => {
    expect(matches(utf8(inkscape))).toBe(true);
    for (const level of [0, 1, 9]) expect(matches(gzipSync(utf8(inkscape), { level }))).toBe(true);
    expect(matches(gzipSync(utf8(svg('<g/>'))))).toBe(true);
  });

  test('no other gzip, and no other XML', () => {
    expect(matches(gzipSync(latin1('secret text')))).toBe(false);
    expect(matches(utf8('<html><svg/></html>'))).toBe(false);
    expect(matches(Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 0xff))).toBe(false);
  });
});

describe('cleans', () => {
  test('a drawing of Inkscape: what draws stays as written', async () => {
    await becomes(inkscape, inkscapeCleaned);
  });

  test('a drawing of Illustrator: entities and default values are written out', async () => {
    await becomes(illustrator, illustratorCleaned);
  });

  test.each<[string, string, string]>([
    ['comments and instructions', '<!-- secret --><g/><?secret x?>', '<g/>'],
    ['title, desc and metadata', '<title>a</title><desc>b</desc><metadata>c</metadata><g/>', '<g/>'],
    ['scripts and what starts them', '<script>a()</script><g onclick="a()" onload="b()"/>', '<g/>'],
    ['data attributes, roles, labels', '<g data-name="a" aria-label="b" role="img" foo="c"/>', '<g/>'],
    ['an unknown element', '<secret a="b"><g/></secret><g/>', '<g/>'],
    ['characters that are not drawn', '<g>secret <rect/>\n</g>', '<g><rect/>\n</g>'],
    [
      'by namespace, not by prefix',
      '<a:g xmlns:a="urn:secret"/><s:g xmlns:s="http://www.w3.org/2000/svg"/>',
      '<s:g xmlns:s="http://www.w3.org/2000/svg"/>',
    ],
    ['names nothing refers to', '<g id="secret" class="secret"/>', '<g/>'],
    ['links to other places', '<a href="https://secret.example/"><g/></a>', '<a href="#"><g/></a>'],
    ['links that run', '<a xlink:href=" javascript:a()"><g/></a>', '<a xlink:href="#"><g/></a>'],
    [
      'outside pictures',
      '<image href="https://a.example/b.png"/><image xlink:href="../c.png"/>',
      '<image href="about:invalid"/><image/>',
    ],
    ['outside patterns', '<rect fill="url(//a.example/b#c) red"/>', '<rect fill="url(about:invalid) red"/>'],
    [
      'outside links hidden by escapes',
      '<rect style="fill:u\\72l(b.svg#c)"/>',
      '<rect style="fill:url(about:invalid)"/>',
    ],
    [
      'addresses within image-set',
      '<g style="mask:image-set(\'a.png\' 1x)"/>',
      '<g style="mask:image-set(&quot;about:invalid&quot; 1x)"/>',
    ],
    [
      'animated links',
      '<a><set attributeName="href" to="https://a.example/"/></a>',
      '<a><set attributeName="href" to="about:invalid"/></a>',
    ],
    [
      'an editor’s extension',
      '<g requiredExtensions="http://ns.adobe.com/x"/>',
      '<g requiredExtensions="none"/>',
    ],
    ['comments in a property', '<rect fill="/* secret */lime"/>', '<rect fill="lime"/>'],
    [
      'HTML that loads',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml" title="a">x<iframe src="a"/><img src="a.png" alt="b"/></p></foreignObject>',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x<img/></p></foreignObject>',
    ],
    [
      'HTML nobody knows, to its text',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"><o:p xmlns:o="urn:o" a="b">x</o:p></p></foreignObject>',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"><span>x</span></p></foreignObject>',
    ],
  ])('%s', async (_, content, expected) => {
    await becomes(svg(content), svg(expected));
  });

  test.each<[string, string, string]>([
    ['comments', '/* secret */a/* b */b{fill:red/**/}', 'a/**/b{fill:red}'],
    ['imports', '@import "secret.css";@import url(//a/b.css) print;rect{}', 'rect{}'],
    [
      'fonts',
      '@font-face{src:local(a),url("https://a/b.woff")}',
      '@font-face{src:local(a),url(about:invalid)}',
    ],
    ['Inkscape’s own properties', 'a{-inkscape-a:b;fill:red;-inkscape-c:d}', 'a{fill:red;}'],
    ['an address in an import that is written with escapes', '@\\69mport "a.css";b{}', 'b{}'],
  ])('style: %s', async (_, style, expected) => {
    await becomes(svg(`<style>${style}</style>`), svg(`<style>${expected}</style>`));
  });

  test.each<[string, string]>([
    ['by a link', '<use xlink:href="#a"/>'],
    ['by a link that is encoded', '<use href="#%61"/>'],
    ['by a property', '<g fill="url(#a)"/>'],
    ['by a property in quotes', '<g style="filter:url( &quot;#a&quot; )"/>'],
    ['by a selector', '<style>g > #a{fill:red}</style>'],
    ['by a selector with escapes', '<style>#\\61 {fill:red}</style>'],
    ['by the end of an animation', '<set attributeName="x" begin="0s; a.end + 1s"/>'],
    ['by an animated link', '<set attributeName="xlink:href" to="#a"/>'],
    ['by animated values', '<animate attributeName="href" values="#b;#a"/>'],
    ['by an animated property', '<animate attributeName="fill" values="red;url(#a)"/>'],
    ['by a selector for any', '<style>[id]{fill:red}</style>'],
  ])('a name stays when it is needed %s', async (_, content) => {
    expect(await outcomeOf(utf8(svg(`<g id="a"/>${content}`)))).toBe('already-clean');
  });

  test('of classes those that style speaks of stay', async () => {
    const style = '<style>.a.b:hover{fill:red}</style>';
    await becomes(
      svg(`${style}<g class="a secret  b"/><g class="b"/>`),
      svg(`${style}<g class="a b"/><g class="b"/>`),
    );
  });

  test('attributes that style goes by stay', async () => {
    const kept = svg('<style>[data-a="b"]{fill:red}</style><g data-a="b"/>');
    await becomes(kept.replace('<g ', '<g data-secret="c" '), kept);
  });

  test('where style goes by places, an empty element keeps the place', async () => {
    const style = '<style>g:nth-child(3){fill:red}</style>';
    await becomes(svg(`${style}<title>secret</title><g/>`), svg(`${style}<metadata/><g/>`));
  });

  test('text, animation and style that draw stay byte for byte', async () => {
    const drawn = svg(
      '<style><![CDATA[ @keyframes k { to { fill: red } } text { animation: k 1s } ]]></style>\r\n' +
        '<text opacity="0">a <a>b</a> &lt;&#x645;<![CDATA[ c ]]>\u0645</text>' +
        '<animateTransform attributeName="transform" type="rotate" values="0;360" dur="1s" repeatCount="indefinite"/>' +
        `<foreignObject width="9"  height="9"><div xmlns="http://www.w3.org/1999/xhtml" style='color:red'>x</div></foreignObject>`,
    );
    expect(await outcomeOf(utf8(drawn))).toBe('already-clean');
    expect(await outcomeOf(utf8(`\ufeff<?xml version='1.0'?>\n${drawn}\n`))).toBe('already-clean');
  });

  test('a document without a namespace, and one with a prefix', async () => {
    await becomes('<svg><secret/><g/></svg>', '<svg><g/></svg>');
    await becomes(
      '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:title>a</s:title><g/></s:svg>',
      '<s:svg xmlns:s="http://www.w3.org/2000/svg"></s:svg>',
    );
  });

  test('a style sheet an instruction holds goes into the document', async () => {
    const cleaned = await cleanText(`<?xml-stylesheet href="data:text/css,g{}/*secret*/"?>${svg('<g/>')}`);
    expect(cleaned).toBe(svg(`<style>@import url(data:text/css;base64,${base64(utf8('g{}'))});</style><g/>`));
  });

  test('what cannot be told apart twice is clean twice', async () => {
    for (const text of [inkscape, illustrator])
      expect(await cleanText(await cleanText(text))).toBe(await cleanText(text));
  });
});

describe('cleans pictures in it', () => {
  test.each<[string, (address: string) => string]>([
    ['an image', (address) => `<image href="${address}"/>`],
    ['a filter', (address) => `<filter><feImage xlink:href="${address}"/></filter>`],
    ['a style attribute', (address) => `<g style="mask:url(${address})"/>`],
    ['a style sheet', (address) => `<style>g{mask:url(${address})}</style>`],
    [
      'HTML',
      (address) =>
        `<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="${address}"/></foreignObject>`,
    ],
    ['an animation', (address) => `<image><set attributeName="href" to="${address}"/></image>`],
    [
      'SVG in SVG',
      (address) => `<image href="${embedded(utf8(svg(`<image href="${address}"/>`)), 'image/svg+xml')}"/>`,
    ],
  ])('of %s', async (_, around) => {
    await becomes(svg(around(embedded(picture))), svg(around(embedded(cleanPicture))));
  });

  test('written with line breaks, with another type, or encoded', async () => {
    const broken = base64(picture).replace(/.{60}/g, '$&&#10;');
    const expected = svg(`<image href="${embedded(cleanPicture)}"/>`);
    await becomes(svg(`<image href="data:image/png;base64,${broken}"/>`), expected);
    await becomes(svg(`<image href="${embedded(picture, 'text/plain;name=secret')}"/>`), expected);
    const encoded = [...picture].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    await becomes(svg(`<image href="data:,${encoded}"/>`), expected);
  });

  test('SVG as text, whose fragment names a part of it', async () => {
    const inner = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`;
    const original = encodeURIComponent(inner('<!--secret--><pattern id="p"/><pattern id="q"/>'));
    const expected = base64(utf8(inner('<pattern id="p"/><pattern/>')));
    await becomes(
      svg(`<g fill="url(data:image/svg+xml,${original}#p)"/>`),
      svg(`<g fill="url(data:image/svg+xml;base64,${expected}#p)"/>`),
    );
  });

  test('what is no picture goes, fonts stay', async () => {
    await becomes(svg('<image href="data:text/plain,secret"/>'), svg('<image href="about:invalid"/>'));
    await becomes(svg('<image href="data:image/png;base64,%%"/>'), svg('<image href="about:invalid"/>'));
    const font = svg(
      `<style>@font-face{src:url(data:font/woff;base64,${base64(latin1('wOFF123'))})}</style>`,
    );
    expect(await outcomeOf(utf8(font))).toBe('already-clean');
  });
});

describe('encodings', () => {
  const declared = (encoding: string, text: string) =>
    `<?xml version="1.0" encoding="${encoding}"?>${svg(`<!-- x --><text>${text}</text>`)}`;
  const expected = (text: string) => `<?xml version="1.0" encoding="UTF-8"?>${svg(`<text>${text}</text>`)}`;

  test.each<[string, Uint8Array, string]>([
    ['ISO-8859-1', latin1(declared('ISO-8859-1', 'h\xe9')), 'hé'],
    ['windows-1256', latin1(declared('windows-1256', '\xe3\xd1\xcd\xc8\xc7')), 'مرحبا'],
    ['windows-1251', latin1(declared('windows-1251', '\xcc\xe8\xf0')), 'Мир'],
    ['Shift_JIS', join(latin1(declared('Shift_JIS', '\x83\x5c'))), 'ソ'],
    ['UTF-16, little-endian', Buffer.from(`\ufeff${declared('UTF-16', 'hé')}`, 'utf16le'), 'hé'],
    ['UTF-16, big-endian', Buffer.from(`\ufeff${declared('UTF-16', 'hé')}`, 'utf16le').swap16(), 'hé'],
    ['UTF-16 without a mark', Buffer.from(declared('UTF-16', 'hé'), 'utf16le'), 'hé'],
    ['UTF-8 that is declared as UTF-16', utf8(declared('UTF-16', 'hé')), 'hé'],
  ])('%s becomes UTF-8', async (_, bytes, text) => {
    await becomes(bytes, expected(text));
  });
});

describe('compressed', () => {
  test('stays so, without the name of the file and when it was written', async () => {
    const gzip = gzipSync(utf8(inkscape));
    const named = join(
      gzip.subarray(0, 3),
      [8],
      [1, 2, 3, 4],
      gzip.subarray(8, 10),
      latin1('secret.svg\0'),
      gzip.subarray(10),
    );
    const { bytes } = await clean(join(named, latin1('secret tail')));
    expect(textOf(gunzipSync(bytes))).toBe(inkscapeCleaned);
    expect([...bytes.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('more than can be held is too large', async () => {
    expect(await outcomeOf(gzipSync(new Uint8Array(33 << 20).fill(0x20)))).toBe('too-large');
  });
});

describe('document types', () => {
  const typed = (subset: string, content: string) => `<!DOCTYPE svg [${subset}]>${svg(content)}`;

  test.each<[string, string, string, string]>([
    [
      'an entity with elements',
      '<!ENTITY e "<rect width=\'9\'/>">',
      '<g>&e;</g>',
      "<g><rect width='9'/></g>",
    ],
    ['entities in entities', '<!ENTITY a "1"><!ENTITY b "&a;2">', '<text>&b;</text>', '<text>12</text>'],
    ['the first one of two', '<!ENTITY a "1"><!ENTITY a "2">', '<text>&a;</text>', '<text>1</text>'],
    ['quotes in a value', `<!ENTITY a '"1"'>`, '<g fill="&a;"/>', '<g fill="&quot;1&quot;"/>'],
    [
      'an external entity, which is nothing',
      '<!ENTITY a SYSTEM "secret">',
      '<text>1&a;2</text>',
      '<text>12</text>',
    ],
    ['a parameter entity', '<!ENTITY % p "<!ENTITY a \'1\'>">%p;', '<text>&a;</text>', '<text>1</text>'],
    [
      'an attribute’s default',
      '<!ATTLIST rect fill CDATA "red" x CDATA #IMPLIED>',
      '<rect/><rect fill="lime"/>',
      '<rect fill="red"/><rect fill="lime"/>',
    ],
    [
      'hidden text in it',
      '<!-- ]> secret --><?secret ]>?><!ELEMENT a EMPTY><!NOTATION b SYSTEM ">">',
      '<g/>',
      '<g/>',
    ],
  ])('%s', async (_, subset, content, expected) => {
    await becomes(typed(subset, content), svg(expected));
  });

  test('entities that grow without end are refused, and soon', async () => {
    const names = Array.from({ length: 15 }, (_, index) => index);
    for (const seed of ['lollollol', '']) {
      const bomb = names.map((at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('');
      const whole = typed(`<!ENTITY a0 "${seed}">${bomb}`, '<text>&a15;</text>');
      expect(await outcomeOf(utf8(whole))).toBe('too-large');
    }
    const loop = typed('<!ENTITY a "&b;"><!ENTITY b "&a;">', '<text>&a;</text>');
    expect(await outcomeOf(utf8(loop))).toBe('corrupt');
    expect(await outcomeOf(utf8(typed('<!ENTITY % a "&#37;a;">%a;', '<g/>')))).toBe('corrupt');
  });
});

describe('refuses', () => {
  test.each<[string, string, string]>([
    ['an empty file', '', 'corrupt'],
    ['no element', '<!-- a -->', 'corrupt'],
    ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'corrupt'],
    ['a file that is cut off', svg('<g/>').slice(0, -3), 'corrupt'],
    ['tags that do not match', svg('<g></rect>'), 'corrupt'],
    ['two roots', svg('') + svg(''), 'corrupt'],
    ['text behind the root', `${svg('')}secret`, 'corrupt'],
    ['an attribute twice', svg('<g fill="red" fill="red"/>'), 'corrupt'],
    ['attributes that touch', svg('<g fill="red"x="1"/>'), 'corrupt'],
    ['a value without quotes', svg('<g fill=red/>'), 'corrupt'],
    ['a bracket in a value', svg('<g fill="<"/>'), 'corrupt'],
    ['a prefix that is not declared', svg('<g a:b="c"/>'), 'corrupt'],
    ['an entity that is not declared', svg('<text>&nbsp;</text>'), 'corrupt'],
    ['an entity of JavaScript', svg('<text>&constructor;</text>'), 'corrupt'],
    ['a bare ampersand', svg('<text>a & b</text>'), 'corrupt'],
    ['a reference to no character', svg('<text>&#0;</text>'), 'corrupt'],
    ['a control character', svg('<text>\x01</text>'), 'corrupt'],
    ['two hyphens in a comment', svg('<!-- a -- b -->'), 'corrupt'],
    ['a declaration behind a line break', `\n<?xml version="1.0"?>${svg('')}`, 'corrupt'],
    ['an encoding nobody knows', `<?xml version="1.0" encoding="secret"?>${svg('')}`, 'unsupported'],
    [
      'an embedded picture nobody can clean',
      svg(`<image href="${embedded(latin1('8BPS\0\x01'), 'image/png')}"/>`),
      'unsupported',
    ],
    [
      'an embedded picture that is broken',
      svg(`<image href="${embedded(cleanPicture.subarray(0, 20))}"/>`),
      'corrupt',
    ],
  ])('%s', async (_, text, reason) => {
    expect(await outcomeOf(utf8(text))).toBe(reason);
  });

  test('bytes that are not of the encoding', async () => {
    expect(await outcomeOf(latin1(svg('<text>\xe9</text>')))).toBe('corrupt');
  });

  test('elements deeper than browsers go, and SVG in SVG without end', async () => {
    expect(await outcomeOf(utf8(svg('<g>'.repeat(5001) + '</g>'.repeat(5001))))).toBe('too-large');
    let nested = svg('<!-- secret -->');
    for (let level = 0; level < 6; level++)
      nested = svg(`<image href="${embedded(utf8(nested), 'image/svg+xml')}"/>`);
    expect(await outcomeOf(utf8(nested))).toBe('too-large');
  });

  test('more than 32 MB is too large, and not read', async () => {
    const result = await container.clean({
      size: (32 << 20) + 1,
      read: async () => Promise.reject(new Error('read')),
    });
    expect(result).toEqual({ outcome: 'refused', reason: 'too-large', format: 'svg' });
  });
});

describe('hostile bytes', () => {
  const whole = utf8(
    inkscape.replace(
      '</svg>',
      `<style>a/*b*/{mask:url(x)}</style><image href="${embedded(picture)}"/></svg>`,
    ),
  );

  test('cut at every byte: never a throw, and what is called clean is', async () => {
    for (let length = 0; length < whole.length; length += 3) {
      const outcome = await outcomeOf(whole.subarray(0, length));
      expect(['corrupt', 'cleaned']).toContain(outcome);
    }
  });

  test('a thousand flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const original of [whole, utf8(illustrator)]) {
      for (const bytes of flip(original, 500)) {
        if ((await outcomeOf(bytes)) !== 'cleaned') continue;
        expect(await outcomeOf((await clean(bytes)).bytes)).toBe('already-clean');
      }
    }
  });

  test.each<[string, string]>([
    ['brackets', '('.repeat(200_000)],
    ['square brackets', '['.repeat(200_000)],
    ['open comments', '/*'.repeat(100_000)],
    ['open links', 'url('.repeat(100_000)],
    ['imports', '@import '.repeat(50_000)],
    ['escapes', '\\'.repeat(200_000)],
    ['a long word', 'a'.repeat(2_000_000)],
  ])('style of %s is read in one pass', async (_, style) => {
    const started = performance.now();
    expect(await outcomeOf(utf8(svg(`<style>${style}</style>`)))).toMatch(/clean/);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
