import { fieldsOf } from '../channel/fields';

/**
 * Files that were dropped on the popup go to a cleaner's page of their own, by a channel between pages of the
 * extension: as references, nothing is stored. The popup must live until the page has them.
 */

/** Who does not answer for so long, in milliseconds, has gone: the page is shown empty. */
const answersWithin = 5_000;

type Message =
  | { readonly type: 'ready' | 'got' }
  | { readonly type: 'files'; readonly files: readonly File[] };

function parseMessage(value: unknown): Message | null {
  const { type, files } = fieldsOf(value);
  if (type === 'ready' || type === 'got') return { type };
  const isFiles = (list: unknown): list is File[] =>
    Array.isArray(list) && list.every((file) => file instanceof File);
  return type === 'files' && isFiles(files) ? { type, files } : null;
}

function channelOf(name: string): BroadcastChannel {
  return new BroadcastChannel(`cleaner-${name}`);
}

/**
 * Hands files over to the page that `open` opens under this name.
 * @returns whether the page took them
 */
export async function handOver(
  files: readonly File[],
  name: string,
  open: () => Promise<unknown>,
): Promise<boolean> {
  const channel = channelOf(name);
  try {
    const taken = new Promise<boolean>((settle) => {
      channel.onmessage = ({ data }) => {
        const message = parseMessage(data);
        if (message?.type === 'ready') channel.postMessage({ type: 'files', files } satisfies Message);
        if (message?.type === 'got') settle(true);
      };
      setTimeout(() => settle(false), answersWithin);
    });
    await open();
    return await taken;
  } finally {
    channel.close();
  }
}

/** Takes the files that are handed over under this name; none when nobody hands them over any more. */
export function takeOver(name: string): Promise<readonly File[]> {
  const channel = channelOf(name);
  return new Promise((settle) => {
    const finish = (files: readonly File[]) => {
      channel.close();
      settle(files);
    };
    channel.onmessage = ({ data }) => {
      const message = parseMessage(data);
      if (message?.type !== 'files') return;
      channel.postMessage({ type: 'got' } satisfies Message);
      finish(message.files);
    };
    channel.postMessage({ type: 'ready' } satisfies Message);
    setTimeout(() => finish([]), answersWithin);
  });
}
