import { makeFiles } from '../practice-chat.mjs';
import { desktop, phone } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/**
 * The cleaner: empty, at work, through with some of each, with what was hidden shown, nothing cleaned at all, and
 * on a phone. Its worker waits until the page is told, for a picture of it at work.
 *
 * @param {Stage} stage
 */
export async function takeCleaner({ page, address, language, folder, shoot }) {
  await page.setViewportSize(desktop);
  await page.goto(address('practice.html'));
  const files = await makeFiles(page, folder);
  await page.addInitScript(() => {
    /** @type {(() => void)[]} */
    const held = [];
    let isPatient = true;
    class PatientWorker extends Worker {
      /**
       * @override
       * @param {unknown} message
       */
      postMessage(message) {
        if (isPatient) held.push(() => super.postMessage(message));
        else super.postMessage(message);
      }
    }
    const letGo = () => {
      isPatient = false;
    };
    Object.assign(window, { Worker: PatientWorker, goOn: () => held.shift()?.(), letGo });
  });
  const open = () => page.goto(`${address('cleaner.html')}?lang=${language}`);
  /** @param {number[]} rows these files are cleaned, one after the other */
  const clean = async (rows) => {
    for (const row of rows) {
      await page.locator(`[data-file="${row}"][data-state="cleaning"]`).waitFor();
      await page.evaluate(() => /** @type {{goOn?: () => void}} */ (window).goOn?.());
      await page.locator(`[data-file="${row}"]:not([data-state="cleaning"])`).waitFor();
    }
  };
  /** @param {string[]} paths */
  const choose = (paths) => page.locator('[data-input="files"]').setInputFiles(paths);
  await open();
  await page.locator('[data-zone]').waitFor();
  await shoot('cleaner');
  await choose([files.picture, files.uncleaned, files.document, files.picture]);
  await clean([0, 1]);
  await shoot('cleaner-working');
  await clean([2, 3]);
  await page.locator('[data-work="false"]').waitFor();
  await shoot('cleaner-mixed');
  await page.click('[data-file="0"] [data-action="unfold"]');
  await shoot('cleaner-shown');
  await page.setViewportSize(phone);
  await shoot('cleaner-narrow');
  await page.setViewportSize(desktop);
  await page.evaluate(() => /** @type {{letGo?: () => void}} */ (window).letGo?.());
  await page.click('[data-file="0"] [data-action="cover-faces"]');
  await page.click('[data-action="add-box"]');
  await shoot('cleaner-covering');
  await page.setViewportSize({ width: 320, height: 640 });
  await shoot('cleaner-covering-320');
  await page.setViewportSize(desktop);
  await page.emulateMedia({ forcedColors: 'active' });
  await shoot('cleaner-covering-forced');
  await page.emulateMedia({ forcedColors: null });
  await page.click('[data-action="send-covered"]');
  await page.locator('[data-file="0"] [data-edited]').waitFor();
  await shoot('cleaner-covered');
  await open();
  await choose([files.uncleaned, files.uncleaned]);
  await clean([0, 1]);
  await page.locator('[data-work="false"]').waitFor();
  await shoot('cleaner-refused');
}
