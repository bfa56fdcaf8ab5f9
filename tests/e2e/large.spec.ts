import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSparse } from '../bench/metadata/sparse-file';
import { longMovie } from '../fixtures/long-movie';
import { expect, test } from './harness/extension';
import { card } from './harness/guard';
import { pickFiles } from './harness/picks';
import { openRoutePage, spot } from './harness/route-page';

/** Seconds of a recording that is more than two gigabytes long. */
const seconds = 560;

test('a video of two gigabytes goes through without being copied', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'safi-large-'));
  try {
    const path = join(folder, 'VID_20261112.mp4');
    await writeSparse(path, longMovie(seconds));
    const { size } = statSync(path);
    expect(size).toBeGreaterThan(2 ** 31);
    const route = await openRoutePage(
      page,
      `<input type="file" class="spot"><script>
        document.querySelector('input').addEventListener('change', async ({ target: { files: [file] } }) => {
          const tail = await file.slice(-1000).text();
          say([file.name, file.type, file.size, tail.length, performance.memory.usedJSHeapSize < 50_000_000]);
        });
      </script>`,
    );
    await pickFiles(page, () => page.mouse.click(spot.x, spot.y), [path]);
    const asked = await card(page);
    await asked.choose('send-clean');
    await expect.poll(async () => (await route.record()).said.length, { timeout: 20_000 }).toBe(1);
    const [name, type, length, tail, small] = (await route.record()).said[0]?.split(',') ?? [];
    expect([name, type, tail, small]).toEqual(['video-1.mp4', 'video/mp4', '1000', 'true']);
    expect(Math.abs(Number(length) - size)).toBeLessThan(1_000_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
