/**
 * A page with a dialog of forwarding, for pictures of the card that asks before it is confirmed: as much of one as
 * Safi looks at, and nothing else.
 *
 * @typedef {{title: string, server: string, user?: string, members?: number}} Chat
 */

/** @param {readonly Chat[]} chats */
function html(chats) {
  const rows = chats.map(() => '<div><span dir="auto"></span><input type="checkbox" checked></div>').join('');
  return `<!doctype html><meta charset="utf-8">
<div role="dialog"><canvas width="200" height="200"></canvas>${rows}
<div><span dir="auto">Not chosen</span><input type="checkbox"></div>
<button data-testid="send"><span data-icon="send"></span>Send</button></div>
<script>
  const chats = ${JSON.stringify(chats).replaceAll('<', '\\u003c')};
  document.querySelectorAll('[role=dialog] > div').forEach((row, at) => {
    if (!chats[at]) return;
    const { title, server, user = '1', members } = chats[at];
    const chat = { id: { server, user }, formattedTitle: title, groupMetadata: { size: members } };
    row.firstChild.textContent = title;
    row.lastChild.__reactProps$made = { chat };
  });
</script>`;
}

/**
 * Opens it in this tab and presses the button that confirms.
 *
 * @param {import('@playwright/test').Page} page
 * @param {readonly Chat[]} chats
 */
export async function confirmForward(page, chats) {
  const url = 'https://web.whatsapp.com/';
  await page.context().route(url, (route) => route.fulfill({ contentType: 'text/html', body: html(chats) }));
  await page.goto(url);
  // Until the keeper is loaded nothing is held.
  const confirm = page.locator('[data-testid="send"]');
  const guard = () => page.frames().some((frame) => frame.url().endsWith('/guard-frame.html'));
  for (let attempt = 0; attempt < 40 && !guard(); attempt++)
    await confirm.click({ timeout: 1_000 }).catch(() => {});
  await page.context().unroute(url);
}
