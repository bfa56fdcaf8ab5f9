import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Commands of WebDriver BiDi for which Playwright has no name, sent through the relay. */
export interface Bidi {
  /** @throws with Firefox's words when the command fails */
  send<Result>(method: string, params: object): Promise<Result>;
}

interface Message {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** @param address of the relay */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  // The browser's end is the socket's; nothing is left to be told then.
  socket.on('error', () => socket.terminate());
  const waiting = new Map<number, (answer: Message) => void>();
  let last = 0;
  socket.on('message', (data) => {
    const message: Message = JSON.parse(String(data));
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });

  return {
    send<Result>(method: string, params: object) {
      const id = ++last;
      return new Promise<Result>((resolve, reject) => {
        waiting.set(id, ({ type, result, error, message }) => {
          waiting.delete(id);
          if (type === 'success') resolve(result as Result);
          else reject(new Error(`${method}: ${error}, ${message}`));
        });
        socket.send(JSON.stringify({ id, method, params }));
      });
    },
  };
}
