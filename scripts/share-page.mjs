/**
 * A page with a conversation of a group, for pictures of the card as it is on a site: as much of one as Safi looks
 * at, and nothing else.
 */

const html = `<!doctype html><meta charset="utf-8">
<div id="main"><header><span dir="auto"></span></header>
<input type="file" multiple>
<footer><div contenteditable="true" role="textbox" aria-label="Message"></div></footer></div>
<script>
  const chat = { id: { server: 'g.us', user: '1' }, formattedTitle: 'الصف السادس — Class 6', groupMetadata: { size: 43 } };
  const header = document.querySelector('header');
  header.firstChild.textContent = chat.formattedTitle;
  header.__reactProps$made = { chat };
</script>`;

/**
 * Opens it in this tab.
 *
 * @param {import('@playwright/test').Page} page
 */
export async function openSharePage(page) {
  const url = 'https://web.whatsapp.com/';
  await page.context().route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(url);
  await page.context().unroute(url);
}

/**
 * Picks files in it.
 *
 * @param {import('@playwright/test').Page} page
 * @param {readonly string[]} files
 */
export async function share(page, files) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('input[type="file"]')]);
  await chooser.setFiles([...files]);
}
