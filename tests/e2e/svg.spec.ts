import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { memorySource } from '../../utils/bytes/memory-source';
import { cleanFile } from '../../utils/metadata/clean-file';
import { pieceSource } from '../../utils/metadata/pieces';
import { makePhoto } from '../fixtures/jpeg';
import { dataAddress, drawing, edited, svg, svgText, utf16 } from '../fixtures/svg';
import { illustrator, inkscape } from '../fixtures/svg-editors';
import { expect, test } from './harness/drawing-page';

/** An SVG looks the same after cleaning: as an <img>, by the browser's own drawing, point by point. */

const type = 'image/svg+xml';

const utf8 = (text: string) => new TextEncoder().encode(text);

const files: readonly (readonly [string, Uint8Array])[] = [
  ['a drawing', svg(drawing)],
  ['as an editor saves it', utf8(edited)],
  ['of Inkscape', utf8(inkscape)],
  ['of Illustrator', utf8(illustrator)],
  [
    'with outside links, some of which the browser marks as broken',
    svg(
      `${drawing}<image width="20" height="20" href="b.png"/><image y="20" width="20" height="20" href="https://a.example/b.png"/>` +
        '<rect x="30" width="20" height="20" fill="url(a.svg#b) #396"/><rect x="30" y="20" width="9" height="9" mask="url(a.svg#b)"/>' +
        '<foreignObject width="60" height="40"><p xmlns="http://www.w3.org/1999/xhtml"><img src="a.png" width="9" height="9"/><o:p xmlns:o="urn:o">x</o:p></p></foreignObject>',
    ),
  ],
  [
    'with an animation that begins with another',
    svg(
      '<!-- secret --><circle cx="30" cy="20" r="9" fill="#c63"><animate id="first" attributeName="r" values="18" dur="indefinite"/>' +
        '<set attributeName="fill" to="#36c" begin="first.begin"/></circle>',
    ),
  ],
  [
    'with a style sheet in an instruction',
    utf8(`<?xml-stylesheet href="data:text/css,path{fill:red}"?>${svgText(drawing)}`),
  ],
  ['compressed', gzipSync(svg(`<!-- secret -->${drawing}`))],
  ['in UTF-16', utf16(`<!-- secret -->${svgText(drawing)}`)],
  [
    'with entities, as Illustrator declares them',
    utf8(`<!DOCTYPE svg [<!ENTITY c "#a0c"><!ENTITY r "<rect width='20' height='9' fill='red'/>">]>
${svgText(`${drawing}<circle r="20" fill="&c;"/>&r;`)}`),
  ],
  [
    'with style that counts elements, titles among them',
    svg(`<style>g:nth-child(3){fill:red}g+g{stroke:blue}</style><title>secret</title><g><path d="M0 0h40v20z"/></g>
<desc>secret</desc><g><path d="M0 9h40v20z"/></g>`),
  ],
  [
    'with a photo in it',
    svg(`${drawing}<image href="${dataAddress('image/jpeg', makePhoto())}" width="30" height="30"/>`),
  ],
  [
    'with a pattern of another SVG in it',
    svg(
      `<rect width="60" height="40" fill="url(${dataAddress(
        type,
        svg(
          '<!-- secret --><pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse"><circle r="5" fill="red"/></pattern>',
        ),
      )}#p)"/>`,
    ),
  ],
  [
    'with text in HTML',
    svg(
      `${drawing}<foreignObject width="60" height="40"><p xmlns="http://www.w3.org/1999/xhtml" style="color:red" title="secret"><b>ab</b> <i>cd</i></p></foreignObject>`,
    ),
  ],
];

/** The points of the picture at twice its size; empty when the browser does not draw it. */
function draw(page: Page, bytes: Uint8Array): Promise<number[]> {
  return page.evaluate(
    async (address) => {
      const picture = new Image();
      picture.src = address;
      const isDrawn = await picture.decode().then(
        () => true,
        () => false,
      );
      if (!isDrawn) return [];
      const canvas = new OffscreenCanvas(128, 96);
      const context = canvas.getContext('2d');
      context?.drawImage(picture, 0, 0, 128, 96);
      return [...new Uint32Array(context?.getImageData(0, 0, 128, 96).data.buffer ?? new ArrayBuffer(0))];
    },
    // As data: HTML in any other taints the canvas.
    dataAddress(type, bytes),
  );
}

test.use({ drawnIn: 'blank' });

for (const [name, original] of files) {
  test(`SVG, ${name}: drawn the same`, async ({ page }) => {
    const source = memorySource(original);
    const result = await cleanFile(source, { name: '', type: '' });
    if (result?.outcome === 'refused' || !result) throw new Error(JSON.stringify(result));
    const pieces = result.outcome === 'cleaned' ? pieceSource(result.pieces, source) : source;
    const plain = (bytes: Uint8Array) => (bytes[0] === 0x1f ? Uint8Array.from(gunzipSync(bytes)) : bytes);
    const before = await draw(page, plain(original));
    const after = await draw(page, plain(await pieces.read(0, pieces.size)));
    expect(new Set(before).size).toBeGreaterThan(1);
    expect(after).toEqual(before);
  });
}
