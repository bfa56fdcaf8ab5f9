import { aptInstall, canUseApt } from './apt.mjs';
import { findChromium, playwrightChromium, whyUnusable } from './chromium.mjs';
import { findFirefox } from './firefox.mjs';
import { run } from './run.mjs';

export { findChromium } from './chromium.mjs';

/**
 * What `npm start` and `npm test` share: gets what is missing, says so in a line each, and is silent when all is
 * there. Children find the browser by SAFI_CHROMIUM, which is set here.
 *
 * @returns {Promise<{executablePath: string}>}
 */
export async function setUp() {
  const found = await findChromium();
  // Fonts first: Chromium's package brings one that draws Arabic, but poorly, and hides that better ones are missing.
  await getFonts();
  const executablePath = found ?? (await getChromium());
  process.env.SAFI_CHROMIUM = executablePath;
  return { executablePath };
}

async function getChromium() {
  if (await canUseApt()) {
    console.log('Chromium is missing: installing it by apt (about 300 MB on the disk).');
    if (await aptInstall(['chromium'])) {
      const found = await findChromium();
      if (found) return found;
    }
    console.log("apt gave no Chromium that can be used: getting Playwright's own.");
  } else {
    console.log("Chromium is missing: getting Playwright's own.");
  }
  return getPlaywrightChromium();
}

async function getPlaywrightChromium() {
  // The libraries it stands on come by apt as well, where that is possible.
  const withDeps = (await canUseApt()) ? ['--with-deps'] : [];
  const { code } = await run('playwright', ['install', ...withDeps, '--no-shell', 'chromium']);
  const path = playwrightChromium();
  const why = code === 0 ? await whyUnusable(path) : 'its installer failed';
  if (why === null) return path;
  throw new Error(
    `No Chromium: Playwright's own cannot be used, ${why}. Install Chromium yourself and name it by SAFI_CHROMIUM.`,
  );
}

/** Arabic and Sorani are drawn by the machine's fonts; a bare server has none. */
async function getFonts() {
  if (process.platform !== 'linux') return;
  const { code, output } = await run('fc-list', [':lang=ar'], { quiet: true });
  if (code === 0 && output.trim() !== '') return;
  if (await canUseApt()) {
    console.log('Fonts for Arabic and Kurdish are missing: installing them by apt.');
    if (await aptInstall(['fontconfig', 'fonts-noto-core'])) return;
  }
  console.log('No fonts for Arabic were found: pictures of Arabic and Kurdish pages may look poor.');
}

/** Firefox for the tests, which find it by SAFI_FIREFOX; without one, its tests say that they are skipped. */
export async function getFirefox() {
  const found = (await findFirefox()) ?? (await installFirefox());
  if (found) process.env.SAFI_FIREFOX = found;
  else
    console.log(
      'WITHOUT FIREFOX ALL ITS TESTS ARE SKIPPED. Install Firefox ESR, or name one by SAFI_FIREFOX.',
    );
}

async function installFirefox() {
  if (!(await canUseApt())) return null;
  console.log('Firefox is missing: installing it by apt (about 250 MB on the disk).');
  // Debian calls it so; where apt has it under no such name, it has none that can be driven.
  return (await aptInstall(['firefox-esr'])) ? findFirefox() : null;
}
