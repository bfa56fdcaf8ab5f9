/** So long nothing is asked about a chat after the person said so, in milliseconds. */
const pauseFor = 60 * 60_000;

/** The chats about which nothing is asked for a while. In this document's memory only: reloading ends it. */
export interface Pauses {
  /** @param chat the site's own address of the chat */
  begin(chat: string): void;
  holds(chat: string): boolean;
}

export function createPauses(now: () => number = Date.now): Pauses {
  const begun = new Map<string, number>();
  return {
    begin(chat) {
      begun.set(chat, now());
    },
    holds(chat) {
      const since = now() - (begun.get(chat) ?? Number.NEGATIVE_INFINITY);
      // A clock that was set back says nothing.
      const held = since >= 0 && since < pauseFor;
      if (!held) begun.delete(chat);
      return held;
    },
  };
}
