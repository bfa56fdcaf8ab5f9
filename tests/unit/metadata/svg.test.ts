import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { cleanFile } from '../../../utils/metadata/clean-file';
import { svg as container } from '../../../utils/metadata/svg';
import { latin1, makePhoto } from '../../fixtures/jpeg';
import { dataAddress, drawing, edited, svg, svgText, utf16 } from '../../fixtures/svg';
import { cleaner, flip } from './cleaning';

const { clean, outcomeOf } = cleaner(container);

const utf8 = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What is left of what stands in the root element. */
async function kept(content: string): Promise<string> {
  const text = textOf((await clean(svg(content))).bytes);
  const [start, end] = svgText('\0').split('\0');
  expect(text.startsWith(start ?? '')).toBe(true);
  expect(text.endsWith(end ?? '')).toBe(true);
  return text.slice(start?.length, text.length - (end?.length ?? 0));
}

const secrets = /secret|noor|2026|inkscape|sodipodi|adobe|rdf/i;

describe('reads', () => {
  test('names, times, paths, comments, titles, editors and what pictures in it hide', async () => {
    const { removed } = await clean(utf8(edited));
    const told = removed.map(({ kind, source, label, value }) => [kind, source, label, value]);
    for (const item of [
      ['text', 'SVG', 'comment', 'secret comment of Noor'],
      ['text', 'SVG', 'title', 'secret title'],
      ['text', 'SVG', 'desc', 'secret description'],
      ['person', 'RDF', 'dc:creator', 'Noor Ahmed'],
      ['time', 'RDF', 'dc:date', '2026-11-12'],
      ['person', 'SVG', 'sodipodi:docname', '/home/noor/secret.svg'],
      ['edit-history', 'SVG', 'Inkscape', undefined],
      ['other', 'SVG', 'link', 'https://secret.example/'],
      ['other', 'SVG', 'script', undefined],
      ['other', 'SVG', 'onclick', undefined],
      ['text', 'SVG', 'id', 'layer-of-noor'],
      ['text', 'SVG', 'class', 'noor-style'],
      ['text', 'SVG', 'data-name', 'secret'],
      ['device', 'EXIF', 'Model', 'Galaxy A14'],
    ])
      expect(told).toContainEqual(item);
    expect(told.some(([kind]) => kind === 'place')).toBe(true);
    expect(await container.inspect(memorySource(utf8(edited)))).toEqual({
      outcome: 'inspected',
      hidden: removed,
    });
  });

  test('found by its content, compressed too, whatever its name', () => {
    const bytes = svg(drawing);
    for (const known of [bytes, gzipSync(bytes), gzipSync(bytes, { level: 0 }), utf8(edited)])
      expect(container.matches(known, known.length)).toBe(true);
    const page = latin1('<html><svg/></html>');
    for (const other of [page, gzipSync(page), latin1('\x1f\x8b'), gzipSync(latin1('text'))])
      expect(container.matches(other, other.length)).toBe(false);
  });
});

describe('cleans', () => {
  test('nothing hidden is left of what an editor saves; what draws stays as it was written', async () => {
    const { bytes } = await clean(utf8(edited));
    const text = textOf(bytes);
    expect(text.match(secrets)?.[0]).toBeUndefined();
    for (const line of drawing.split('\n ')) expect(text).toContain(line);
    expect(text.startsWith('<?xml version="1.0" encoding="UTF-8" standalone="no"?>')).toBe(true);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('a drawing with nothing hidden is clean already, to the last space', async () => {
    expect(await outcomeOf(svg(drawing))).toBe('already-clean');
  });

  test.each<[string, string, string]>([
    ['a comment in text', '<text>a<!-- x -->b</text>', '<text>ab</text>'],
    ['a title in a shape', '<rect><title>x</title></rect>', '<rect></rect>'],
    [
      'an id that style needs',
      '<style>#a{fill:red}</style><g id="a"/>',
      '<style>#a{fill:red}</style><g id="a"/>',
    ],
    ['an id that a link needs', '<g id="a"/><use href="#a"/>', '<g id="a"/><use href="#a"/>'],
    ['an id that a fill needs', '<g id="a"/><g fill="url(#a)"/>', '<g id="a"/><g fill="url(#a)"/>'],
    [
      'an id that starts an animation',
      '<g id="a"><set begin="a.end+1s"/></g>',
      '<g id="a"><set begin="a.end+1s"/></g>',
    ],
    ['an id of nobody', '<g id="noor"/>', '<g/>'],
    ['one class of two', '<style>.a{}</style><g class="noor a"/>', '<style>.a{}</style><g class="a"/>'],
    ['an attribute that style asks for', '<style>[k]{}</style><g k="v"/>', '<style>[k]{}</style><g k="v"/>'],
    ['an address outside in a style', '<g style="fill:url(//x/y)"/>', '<g style="fill:url(about:invalid)"/>'],
    ['the same with escapes', '<g style="fill:u\\72l(\\2f/x)"/>', '<g style="fill:url(about:invalid)"/>'],
    ['an import', '<style>@import url(x.css);a{}</style>', '<style>a{}</style>'],
    ['a picture elsewhere', '<image href="http://x/y.png"/>', '<image href="about:invalid"/>'],
    ['a picture beside it, which is not drawn', '<image href="x.png"/>', '<image/>'],
    ['a link elsewhere', '<a href="javascript:x()"><g/></a>', '<a href="#"><g/></a>'],
    [
      'a link that an animation sets',
      '<a><set attributeName="href" to="javascript:x()"/></a>',
      '<a><set attributeName="href" to="about:invalid"/></a>',
    ],
    ['an unknown element', '<secret><g/></secret>', ''],
    [
      'an element that style counts',
      '<style>g:nth-child(2){}</style><title>x</title><g/>',
      '<style>g:nth-child(2){}</style><metadata/><g/>',
    ],
    ['CDATA in a style', '<style><![CDATA[a>b{}]]></style>', '<style><![CDATA[a>b{}]]></style>'],
    ['letters outside of text', 'secret<g/>', '<g/>'],
    [
      'HTML in a foreign object',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml" onclick="x" title="y">a<script>b</script></p></foreignObject>',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>',
    ],
  ])('%s', async (_, content, expected) => {
    expect(await kept(content)).toBe(expected);
  });

  test('entities as Illustrator declares them are written out, and its own go', async () => {
    const bytes = utf8(
      `<!DOCTYPE svg [<!ENTITY s "http://www.w3.org/2000/svg"><!ENTITY ai "http://ns.adobe.com/x/"><!ENTITY c "red">]>` +
        `<svg xmlns="&s;" xmlns:i="&ai;" i:v="secret"><rect fill="&c;"/><text>&c;</text></svg>`,
    );
    expect(textOf((await clean(bytes)).bytes)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="red"/><text>red</text></svg>',
    );
  });

  test('editors are known by their namespace, not by their prefix', async () => {
    const bytes = utf8(
      '<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns="http://www.inkscape.org/namespaces/inkscape" xmlns:svg="secret" svg:a="b"><g/><s:g/></s:svg>',
    );
    expect(textOf((await clean(bytes)).bytes)).toBe(
      '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>',
    );
  });

  test('a picture in it is cleaned as such, in a link and in a style', async () => {
    const photo = dataAddress('image/jpeg', makePhoto());
    const text = await kept(`<image href="${photo}"/><g style="mask:url(${photo})"/>`);
    for (const [, data = ''] of text.matchAll(/base64,([^")]*)/g)) {
      const bytes = Buffer.from(data, 'base64');
      expect(bytes.toString('latin1')).not.toContain('Galaxy');
      expect((await cleanFile(memorySource(bytes), { name: '', type: '' }))?.outcome).toBe('already-clean');
    }
    expect(text.match(/base64,/g)).toHaveLength(2);
  });

  test('an SVG in it is cleaned too, but for the part that is meant', async () => {
    const inner = svg('<!-- secret --><pattern id="p"/><g id="secret"/>');
    const text = await kept(`<rect fill="url(${dataAddress('image/svg+xml', inner)}#p)"/>`);
    const [, data = ''] = /base64,([^#]*)#p\)/.exec(text) ?? [];
    expect(Buffer.from(data, 'base64').toString()).toBe(svgText('<pattern id="p"/><g/>'));
  });

  test('UTF-16 and Windows-1256 become UTF-8, letter by letter', async () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?>${svgText('<!--x--><text>صورة</text>')}`;
    expect(textOf((await clean(utf16(text))).bytes)).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>${svgText('<text>صورة</text>')}`,
    );
    const arabic = latin1(
      `<?xml version="1.0" encoding="windows-1256"?>${svgText('<!--x--><text>\xd5\xe6\xd1\xc9</text>')}`,
    );
    expect(textOf((await clean(arabic)).bytes)).toContain('<text>صورة</text>');
  });

  test('a compressed one stays so, and tells neither name nor time', async () => {
    const named = gzipSync(utf8(edited));
    named[3] = 8;
    const bytes = Buffer.concat([named.subarray(0, 10), latin1('secret.svg\0'), named.subarray(10)]);
    const cleaned = (await clean(bytes)).bytes;
    expect(cleaned.subarray(0, 10)).toEqual(Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]));
    expect(gunzipSync(cleaned)).toEqual(Buffer.from((await clean(utf8(edited))).bytes));
    expect(await outcomeOf(cleaned)).toBe('already-clean');
  });
});

describe('refuses', () => {
  test.each<[string, Uint8Array, string]>([
    ['tags that do not match', svg('<g><rect></g>'), 'corrupt'],
    ['what ends within a tag', utf8('<svg xmlns="http://www.w3.org/2000/svg"><g'), 'corrupt'],
    ['a prefix nobody declared', svg('<x:g/>'), 'corrupt'],
    ['an entity nobody declared', svg('<text>&x;</text>'), 'corrupt'],
    ['two attributes of one name', svg('<g x="1" x="2"/>'), 'corrupt'],
    ['a second root', utf8(`${svgText('')}<g/>`), 'corrupt'],
    ['bytes that are no UTF-8', latin1(svgText('<text>\xff</text>')), 'corrupt'],
    [
      'an encoding nobody knows',
      latin1(`<?xml version="1.0" encoding="x-none"?>${svgText('')}`),
      'unsupported',
    ],
    [
      'a picture in it that cannot be cleaned',
      svg(`<image href="${dataAddress('image/png', latin1('\x89PNG\r\n\x1a\n'))}"/>`),
      'corrupt',
    ],
    [
      'a picture in it nobody can clean',
      svg(`<image href="${dataAddress('image/jp2', latin1('\0\0\0\x0cjP  \r\n\x87\n'))}"/>`),
      'unsupported',
    ],
  ])('%s', async (_, bytes, reason) => {
    expect(await outcomeOf(bytes)).toBe(reason);
  });
});

describe('hostile bytes', () => {
  const small = utf8(edited.replace(/data:image[^"]*/, 'data:,'));

  test('cut at every byte: never a throw, never a secret in what is called clean', async () => {
    for (let length = 0; length <= small.length; length++) {
      const cut = small.subarray(0, length);
      if ((await outcomeOf(cut)) !== 'cleaned') continue;
      const { bytes } = await clean(cut);
      expect(textOf(bytes).match(secrets)?.[0]).toBeUndefined();
    }
  });

  test('two thousand flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const bytes of flip(small, 2000)) {
      if ((await outcomeOf(bytes)) !== 'cleaned') continue;
      expect(await outcomeOf((await clean(bytes)).bytes)).toBe('already-clean');
    }
  });

  test('a billion laughs are none', async () => {
    const entities = Array.from(
      { length: 12 },
      (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
    ).join('');
    const bytes = utf8(`<!DOCTYPE svg [<!ENTITY e0 "ha">${entities}]>${svgText('<text>&e12;</text>')}`);
    expect(await outcomeOf(bytes)).toBe('too-large');
  });

  test('an entity in itself ends', async () => {
    const bytes = utf8(`<!DOCTYPE svg [<!ENTITY a "&b;"><!ENTITY b "&a;">]>${svgText('<text>&a;</text>')}`);
    expect(await outcomeOf(bytes)).toBe('corrupt');
  });

  test('pictures in pictures in pictures end', async () => {
    let inner = svg('<g/>');
    for (let level = 0; level < 6; level++)
      inner = svg(`<image href="${dataAddress('image/svg+xml', inner)}"/>`);
    expect(await outcomeOf(inner)).toBe('too-large');
  });

  test.each<[string, string]>([
    ['elements in each other', '<g>'.repeat(200_000)],
    ['brackets without an end', '<'.repeat(200_000)],
    ['spaces in a tag', `<g ${' '.repeat(400_000)}`],
    ['comments', '<!---->'.repeat(60_000)],
    ['brackets in a style', `<style>${'a('.repeat(100_000)}</style>`],
    ['escapes in a style', `<style>${'\\'.repeat(200_000)}</style>`],
    ['names in a style', `<style>${'-'.repeat(300_000)}</style>`],
    ['ampersands', `<text>${'&'.repeat(300_000)}</text>`],
  ])('very many %s end soon', async (_, content) => {
    // What hangs runs into the test's own limit.
    expect(await outcomeOf(svg(content))).toMatch(/corrupt|too-large|cleaned|already-clean/);
  });
});
