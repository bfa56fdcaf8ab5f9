import { expect } from '@playwright/test';
import { noteSeenBefore } from './before-release';
import { latin1, type MadeFile, secrets } from './files';
import type { ReceivedFile, WhatsAppPage } from './whatsapp-page';

type Arrived = Omit<ReceivedFile, 'share' | 'by'>;

/** What a page may have seen of a share, and what arrived. */

/** Nothing of the share has reached the page: no event of a pick, drop or paste, not even an empty one, no byte. */
export async function sawNothing(whatsapp: WhatsAppPage): Promise<void> {
  const record = await whatsapp.record();
  const events = await whatsapp.events('input', 'change', 'cancel', 'drop', 'paste');
  noteSeenBefore({ events: events.length, bytes: record.received.reduce((sum, { size }) => sum + size, 0) });
  expect(events).toEqual([]);
  expect(record.events.filter(({ files }) => files > 0)).toEqual([]);
  expect([record.received.length, record.cancels, record.reading]).toEqual([0, 0, 0]);
}

/** The picture without what was hidden in it, under a neutral name and with the time of now. */
export function expectClean(received: Arrived | undefined, original: MadeFile): void {
  expect(received?.name).toBe('photo-1.jpg');
  expect(received?.type).toBe('image/jpeg');
  expect(received?.sha256).not.toBe(original.sha256);
  const text = latin1(received?.bytes ?? null);
  expect(text.slice(0, 2)).toBe('\xff\xd8');
  for (const secret of secrets) expect(text).not.toContain(secret);
  expect(Math.abs((received?.lastModified ?? 0) - Date.now())).toBeLessThan(60_000);
}

/** The very same file. */
export function expectOriginal(received: Arrived | undefined, original: MadeFile): void {
  expect(received).toMatchObject({
    name: original.name,
    type: 'image/jpeg',
    size: original.bytes.length,
    sha256: original.sha256,
    lastModified: original.lastModified,
  });
}
