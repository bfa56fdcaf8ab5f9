import { beforeEach, expect, test, vi } from 'vitest';
import { welcomeOnInstall } from '../../../utils/first-run/open-welcome';

const opened: string[] = [];
let managed: () => Promise<unknown> = async () => ({});

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `safi:${path}` },
    tabs: { create: async ({ url }: { url: string }) => opened.push(url) },
    storage: { managed: { get: () => managed() } },
  },
}));

beforeEach(() => {
  opened.length = 0;
  managed = async () => ({});
});

test('after the installation, once', async () => {
  await welcomeOnInstall('install');
  expect(opened).toEqual(['safi:/welcome.html']);
});

test('where nobody manages the computer, which Firefox tells by refusing', async () => {
  managed = () => Promise.reject(new Error('Managed storage manifest not found'));
  await welcomeOnInstall('install');
  expect(opened).toHaveLength(1);
});

test.each(['update', 'browser_update', 'chrome_update', 'shared_module_update'])(
  'not after %s',
  async (why) => {
    await welcomeOnInstall(why);
    expect(opened).toEqual([]);
  },
);

test('an organisation keeps it closed, and only by saying so', async () => {
  managed = async () => ({ welcome: false });
  await welcomeOnInstall('install');
  expect(opened).toEqual([]);
  managed = async () => ({ language: 'ar', welcome: 'no' });
  await welcomeOnInstall('install');
  expect(opened).toHaveLength(1);
});
