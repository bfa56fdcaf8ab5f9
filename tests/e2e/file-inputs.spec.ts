import { expectClean, expectOriginal } from './harness/arrivals';
import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card } from './harness/guard';
import { pickFiles } from './harness/picks';
import { openRoutePage, spot } from './harness/route-page';
import { recorder } from './pages/recorder';

/** Wherever a page keeps its file input, and however it is opened: held, asked about, given once. */

/** Script that makes `input`, heard out, in the document `document`. */
const made = `var input = use(Object.assign(document.createElement('input'), { type: 'file', className: 'spot' }));`;

/** A button on the spot that runs this. */
const button = (run: string) =>
  `<button class="spot">open</button><script>document.querySelector('button').onclick = () => { ${run} };</script>`;

const hosted = (mode: string, inner: string) =>
  `<div></div><script>{ const root = document.querySelector('div').attachShadow({ mode: '${mode}' }); ${made} ${inner} }</script>`;

/** The styles of a document end at a shadow tree. */
const placed = `input.style.cssText = 'position:fixed;inset:0 auto auto 0;width:160px;height:80px';`;

const inner = `<style>.spot { position: fixed; inset: 0 auto auto 0; width: 160px; height: 80px; margin: 0 }</style><body><script>${recorder}</script>`;
const innerPage = `${inner}<script>${made} document.body.append(input);</script>`;
const frameLook =
  'style="position:fixed;inset:0 auto auto 0;width:160px;height:80px;border:0;overflow:hidden"';

/** Markup in a script, where it must not end that script. */
const quoted = (markup: string) => JSON.stringify(markup).replaceAll('</', '<\\/');

interface Way {
  readonly body: string;
  /** What opens the picker, if it is not a click on the spot. */
  readonly key?: string;
}

const ways: Readonly<Record<string, Way>> = {
  'in the document, by hand': { body: `<script>${made} document.body.append(input);</script>` },
  'in the document, by key': {
    body: `<script>${made} document.body.append(input); input.focus();</script>`,
    key: 'Enter',
  },
  'behind a label': {
    body: `<label class="spot">Photo<input type="file" hidden></label><script>use(document.querySelector('input'));</script>`,
  },
  'in the document, by click()': {
    body: `${button('input.click()')}<script>${made} document.body.append(input); input.className = '';</script>`,
  },
  'in the document, by showPicker()': {
    body: `${button('input.showPicker()')}<script>${made} document.body.append(input); input.className = '';</script>`,
  },
  'in the document, by a dispatched click': {
    body: `${button(`input.dispatchEvent(new MouseEvent('click'))`)}<script>${made} document.body.append(input); input.className = '';</script>`,
  },
  'in no document, by click()': { body: button(`${made} input.click();`) },
  'in no document, by showPicker()': { body: button(`${made} input.showPicker();`) },
  'in no document, by a dispatched click': {
    body: button(`${made} input.dispatchEvent(new MouseEvent('click'));`),
  },
  'made of markup': {
    body: button(
      `const box = document.createElement('div'); box.innerHTML = '<p><input type="file"></p>'; use(box.querySelector('input')).click();`,
    ),
  },
  'a clone': { body: button(`${made} const clone = input.cloneNode(); use(clone).click();`) },
  'becomes a file input as it is clicked': {
    body: `<script>{ ${made} input.type = 'button'; input.value = 'Photo'; input.onclick = () => { input.type = 'file'; }; document.body.append(input); }</script>`,
  },
  'thrown away as it is clicked': {
    body: button(`${made} document.body.append(input); input.click(); input.remove();`),
  },
  'thrown away in its own click': {
    body: button(`${made} document.body.append(input); input.onclick = () => input.remove(); input.click();`),
  },
  'thrown away in its own click, by hand': {
    body: `<script>{ const show = () => { ${made} input.onclick = () => { input.remove(); show(); }; document.body.append(input); }; show(); }</script>`,
  },
  'in an open shadow tree': { body: hosted('open', `${placed} root.append(input);`) },
  'in a closed shadow tree': { body: hosted('closed', `${placed} root.append(input);`) },
  'in a closed shadow tree, by click()': {
    body: hosted(
      'closed',
      `${placed} const opener = document.createElement('button'); opener.style.cssText = input.style.cssText; input.style.display = 'none'; opener.onclick = () => input.click(); root.append(opener, input);`,
    ),
  },
  'in a closed shadow tree, by showPicker()': {
    body: hosted(
      'closed',
      `${placed} const opener = document.createElement('button'); opener.style.cssText = input.style.cssText; input.style.display = 'none'; opener.onclick = () => input.showPicker(); root.append(opener, input);`,
    ),
  },
  'in a closed tree of a closed tree': {
    body: hosted(
      'closed',
      `${placed} const host = document.createElement('section'); root.append(host); host.attachShadow({ mode: 'closed' }).append(input);`,
    ),
  },
  'in a closed tree of a host in no document': {
    body: button(
      `${made} document.createElement('div').attachShadow({ mode: 'closed' }).append(input); input.click();`,
    ),
  },
  'in a declared closed tree': {
    body: `<div><template shadowrootmode="closed"><input type="file" style="position:fixed;inset:0 auto auto 0;width:160px;height:80px" onchange="give(this.files)" oncancel="say('closed')"></template></div>`,
  },
  'in a frame of no address, written at once': {
    body: `<iframe ${frameLook}></iframe><script>{ const { contentDocument } = document.querySelector('iframe'); contentDocument.write(${quoted(innerPage)}); contentDocument.close(); }</script>`,
  },
  'in a frame of no address, made by the page': {
    body: `<iframe ${frameLook}></iframe><script>{ const outer = document; const document_ = outer.querySelector('iframe').contentDocument; const input = use(Object.assign(document_.createElement('input'), { type: 'file' })); ${placed} document_.body.append(input); }</script>`,
  },
  'in a srcdoc frame': {
    body: `<iframe ${frameLook}></iframe><script>document.querySelector('iframe').srcdoc = ${quoted(innerPage)};</script>`,
  },
  'in a blob frame': {
    body: `<iframe ${frameLook}></iframe><script>document.querySelector('iframe').src = URL.createObjectURL(new Blob([${quoted(`<meta charset="utf-8">${innerPage}`)}], { type: 'text/html' }));</script>`,
  },
  'in a sandboxed frame': {
    body: `<iframe sandbox="allow-scripts" ${frameLook}></iframe><script>document.querySelector('iframe').srcdoc = ${quoted(innerPage)};</script>`,
  },
  'by click() borrowed from a frame': {
    body: `<iframe></iframe>${button(`${made} document.querySelector('iframe').contentWindow.HTMLElement.prototype.click.call(input);`)}`,
  },
  'by showPicker() borrowed from a frame': {
    body: `<iframe></iframe>${button(`${made} document.querySelector('iframe').contentWindow.HTMLInputElement.prototype.showPicker.call(input);`)}`,
  },
  'by dispatchEvent() borrowed from a frame': {
    body: `<iframe></iframe>${button(`${made} document.querySelector('iframe').contentWindow.EventTarget.prototype.dispatchEvent.call(input, new MouseEvent('click'));`)}`,
  },
  'by click() borrowed from a frame that is made for it': {
    body: button(
      `${made} const frame = document.createElement('iframe'); document.body.append(frame); const { click } = frame.contentWindow.HTMLElement.prototype; click.call(input);`,
    ),
  },
  'by click() of a frame that is gone': {
    body: button(
      `${made} const frame = document.createElement('iframe'); document.body.append(frame); const { click } = frame.contentWindow.HTMLElement.prototype; frame.remove(); click.call(input);`,
    ),
  },
  'an input that comes from a frame': {
    body: `<iframe></iframe>${button(
      `const input = use(Object.assign(document.querySelector('iframe').contentDocument.createElement('input'), { type: 'file' })); input.click();`,
    )}`,
  },
  'after the document was opened anew': {
    body: `<script>addEventListener('load', () => { document.open(); document.write(${quoted(`<style>.spot { position: fixed; inset: 0 auto auto 0; width: 160px; height: 80px; margin: 0 }</style><body><script>${made} document.body.append(input);</script>`)}); document.close(); });</script>`,
  },
};

for (const [name, { body, key }] of Object.entries(ways)) {
  test(name, async ({ page }) => {
    const route = await openRoutePage(page, body);
    const open = () => (key ? page.keyboard.press(key) : page.mouse.click(spot.x, spot.y));
    const original = photo();
    await pickFiles(page, open, [original.path]);
    const first = await card(page);
    await route.sawNothing();
    await first.choose('not-now');
    await first.gone();
    await route.said('closed');
    expect((await route.record()).events.filter(({ type }) => type !== 'cancel')).toEqual([]);

    await pickFiles(page, open, [original.path]);
    const second = await card(page);
    expect((await route.record()).events.filter(({ files }) => files > 0)).toEqual([]);
    await second.choose('send-clean');
    await second.gone();
    const [received, ...more] = await route.given(1);
    expectClean(received, original);
    expect(more).toEqual([]);

    await pickFiles(page, open, [original.path]);
    await (await card(page)).choose('send-original');
    const all = await route.given(2);
    expect(all.length).toBe(2);
    expectOriginal(all[1], original);
  });
}
