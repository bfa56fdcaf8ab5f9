import type { Room } from './stage';

/** The practice chat: what came with Safi and without, each step of the round, a big screen, the lessons over it. */
export const practice: Room = async ({ page, url }, look) => {
  await page.goto(url('practice.html'));
  const share = page.locator('[data-practice-share]');
  const arrived = page.locator('[data-arrived]');
  const on = page.locator('.round__acts button').last();
  await share.waitFor();
  await look('empty');
  await page.locator('[data-practice-safi]').click();
  await share.click();
  await arrived.locator('[data-kind]').first().waitFor();
  await look('without Safi');
  await page.locator('[data-practice-safi]').click();
  await share.click();
  await arrived.locator('[data-nothing-hidden]').waitFor();
  await look('with and without');
  await page.locator('[data-practice-start-over]').click();
  await page.locator('[data-practice-document]').click();
  await arrived.locator('[data-nothing-hidden]').waitFor();
  await page.locator('[data-practice-write]').fill(`Salam ${'x'.repeat(60)}`);
  await page.locator('[data-practice-write]').press('Enter');
  await look('a document, a line');
  for (const step of ['group', 'document', 'cover', 'threat', 'over']) {
    await on.click();
    await page.locator(`[data-round-how="${step}"]`).waitFor();
    await look(`round: ${step}`);
  }
  await on.click();
  await page.keyboard.press('F2');
  await page.locator(':root[data-big]').waitFor();
  await look('big');
  await page.keyboard.press('F2');
  await page.locator('[data-practice-lessons]').click();
  const room = page.locator('.help-room');
  await room.locator('[data-screen="lessons"]').waitFor();
  await look('lessons');
  await room.locator('[data-go="lesson-asking"]').click();
  await room.locator('[data-answer]').first().click();
  await look('a lesson, answered');
};
