import type { Page } from '@playwright/test';
import { driverOf } from './harness/browsers/drivers';
import { expect, test } from './harness/extension';
import { photo, secrets } from './harness/files';
import { card } from './harness/guard';
import { pickFiles } from './harness/picks';
import { openRoutePage, type RoutePage, routeUrl, spot } from './harness/route-page';

/** A form with a picture in it: read or sent while the picture is held, it has none; sent by hand, it waits. */

/** `sent` is where the form goes, a frame of its own. */
const form = (script: string) => `
  <form action="${routeUrl}sent" method="post" enctype="multipart/form-data" target="sent">
    <input type="file" name="picture" class="spot"><input name="words" value="hello"><button>send</button>
  </form><iframe name="sent"></iframe><script>
    const form = document.forms[0];
    const input = form.elements.picture;
    use(input);
    ${script}
  </script>`;

interface Sending {
  readonly route: RoutePage;
  /** What was sent so far: bodies of the requests, one character a byte. */
  readonly sent: string[];
}

async function openForm(page: Page, script: string): Promise<Sending> {
  const sent: string[] = [];
  await page.context().route(`${routeUrl}sent`, async (request) => {
    sent.push(request.request().postDataBuffer()?.toString('latin1') ?? '');
    await request.fulfill({ contentType: 'text/html', body: 'thanks' });
  });
  return { route: await openRoutePage(page, form(script)), sent };
}

const pick = (page: Page, paths: readonly string[]) =>
  pickFiles(page, () => page.mouse.click(spot.x, spot.y), paths);

/** Firefox tells a test that a form went, and not what was in it. */
const bodiesAreTold = (page: Page) => driverOf(page).name === 'chromium';

/** How a page sends its form by itself, as soon as it may, while the picture is held. */
const sendings = {
  'by requestSubmit()': 'form.requestSubmit()',
  'by submit()': 'form.submit()',
  'by a click on its button': `form.querySelector('button').click()`,
};

for (const [name, send] of Object.entries(sendings)) {
  test(`a form that is sent ${name} while its picture is held waits for it`, async ({ page }) => {
    const { route, sent } = await openForm(page, '');
    await pick(page, [photo().path]);
    const asked = await card(page);
    await page.evaluate(send);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect(sent).toEqual([]);
    await asked.choose('send-clean');
    await route.given(1);
    await expect.poll(() => sent.length).toBe(1);
    if (!bodiesAreTold(page)) return;
    expect(sent[0]).toContain('filename="photo-1.jpg"');
    expect(sent[0]).toContain('hello');
    for (const secret of secrets) expect(sent[0]).not.toContain(secret);
  });

  test(`a form that was sent ${name} does not go when its picture does not`, async ({ page }) => {
    const { route, sent } = await openForm(page, '');
    await pick(page, [photo().path]);
    const asked = await card(page);
    await page.evaluate(send);
    await asked.choose('not-now');
    await route.said('closed');
    // What it is sent with now is what the person sees: no picture.
    await page.evaluate(send);
    await expect.poll(() => sent.length).toBe(1);
    if (bodiesAreTold(page)) expect(sent[0]).toContain('filename=""');
  });
}

test('FormData that is made while a picture is held has none of it', async ({ page }) => {
  const { route } = await openForm(
    page,
    `const read = () => say('size ' + new FormData(form).get('picture').size);`,
  );
  const original = photo();
  await pick(page, [original.path]);
  const asked = await card(page);
  await page.evaluate('read()');
  await route.said('size 0');
  await asked.choose('send-original');
  await route.given(1);
  await page.evaluate('read()');
  await route.said(`size ${original.bytes.length}`);
});
