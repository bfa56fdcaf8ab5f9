#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { WebSocket, WebSocketServer } from 'ws';

/**
 * Stands in for Firefox: starts it (SAFI_FIREFOX) with the same arguments and passes WebDriver BiDi through. Firefox
 * has one session and gives it to one client; here a second one may join in, for what Playwright has no command
 * for: installing an extension, a trusted drop. Its address is written to SAFI_RELAY.
 *
 * Four things are put right on the way. Playwright speaks a newer protocol than Firefox ESR: an emulation that the
 * browser does not know is taken as done, since no test uses any. Firefox never tells that a page of an extension has
 * loaded, and sometimes not that its realm is there: both are found out and told. Nor does it tell that a tab which
 * stands on such a page is gone: it is told when it was closed. And Playwright is told of no file dialog: it would look
 * at the input by a script in the page, in which a page that spies would see what was picked.
 *
 * Two things are for speed: a page opens in a tab, and what Firefox says is acknowledged at once.
 */

const args = process.argv.slice(2);
const { SAFI_FIREFOX: executable = '', SAFI_RELAY: addressFile = '' } = process.env;

const firefox = spawn(executable, args, { stdio: ['ignore', 'inherit', 'pipe'] });
firefox.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
firefox.on('exit', (code) => process.exit(code ?? 1));

const announcement = /WebDriver BiDi listening on (ws:\S+)/;
let line = '';
firefox.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
  line = `${line}${text}`.slice(-4096);
  const address = announcement.exec(line)?.[1];
  if (!address) return;
  firefox.stderr.removeAllListeners('data').pipe(process.stderr);
  relay(address);
});

/**
 * @typedef {object} Message
 * @property {number} [id]
 * @property {string} [method] of an event or a command
 * @property {{context: string, navigation: string, url: string, parent?: string | null}} [params]
 * @property {{realm: string}} [result]
 * @property {string} [error]
 */

const untilLoaded = `new Promise((loaded) => {
  if (document.readyState === 'complete') loaded();
  else addEventListener('load', () => loaded());
})`;

/** @param {string} address of Firefox */
function relay(address) {
  const browser = new WebSocket(`${address}/session`, { perMessageDeflate: false });
  browser.on('close', () => process.exit(0));

  /** @type {Set<WebSocket>} */
  const clients = new Set();
  /**
   * Who waits for each answer, by the number that the command has on its way to Firefox.
   *
   * @type {Map<number, (answer: Message) => void>}
   */
  const pending = new Map();
  let last = 0;

  /**
   * @param {object} command
   * @param {(answer: Message) => void} answered
   */
  function send(command, answered) {
    pending.set(++last, answered);
    browser.send(JSON.stringify({ ...command, id: last }));
  }

  /** @param {string} event */
  function tellAll(event) {
    for (const client of clients) client.send(event);
  }

  /** @param {{context: string, navigation: string, url: string}} page of an extension */
  function tellLoaded({ context, navigation, url }) {
    const params = { expression: untilLoaded, target: { context }, awaitPromise: true };
    send({ method: 'script.evaluate', params }, ({ result }) => {
      // Gone before it was loaded.
      if (!result) return;
      const { realm } = result;
      const place = { context, navigation, url, timestamp: Date.now() };
      const events = [
        ['script.realmCreated', { realm, context, type: 'window', origin: new URL(url).origin }],
        ['browsingContext.domContentLoaded', place],
        ['browsingContext.load', place],
      ];
      for (const [method, told] of events) tellAll(JSON.stringify({ type: 'event', method, params: told }));
    });
  }

  /**
   * Of each tab that stands on a page of an extension, the page's address.
   *
   * @type {Map<string, string>}
   */
  const standing = new Map();

  /** @param {string} context of a tab that was closed */
  function tellGone(context) {
    const url = standing.get(context);
    if (url === undefined) return;
    standing.delete(context);
    const params = { context, url, children: [], parent: null, originalOpener: null, userContext: 'default' };
    tellAll(JSON.stringify({ type: 'event', method: 'browsingContext.contextDestroyed', params }));
  }

  browser.on('message', (data) => {
    // Firefox writes an answer only when the former one was acknowledged (Nagle), and the system acknowledges by itself
    // after 40 ms only, but at once with anything that is sent.
    browser.pong();
    const message = /** @type {Message} */ (JSON.parse(String(data)));
    if (message.id !== undefined) {
      pending.get(message.id)?.(message);
      pending.delete(message.id);
      return;
    }
    const { method, params } = message;
    if (method === 'input.fileDialogOpened') return;
    tellAll(String(data));
    if (method !== 'browsingContext.navigationCommitted' || !params) return;
    const { context, url } = params;
    if (url.startsWith('moz-extension:')) {
      standing.set(context, url);
      tellLoaded(params);
    } else standing.delete(context);
  });

  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (client) => {
    clients.add(client);
    client.on('close', () => clients.delete(client));
    client.on('message', (data) => {
      const { id, ...command } = JSON.parse(String(data));
      // A window of its own costs as much as all that a test does in it.
      if (command.method === 'browsingContext.create') command.params.type = 'tab';
      send(command, (answer) => {
        const { context } = command.params ?? {};
        const unknown = answer.error === 'unknown command' && command.method.startsWith('emulation.');
        client.send(JSON.stringify(unknown ? { type: 'success', id, result: {} } : { ...answer, id }));
        if (command.method === 'browsingContext.close' && !answer.error) tellGone(context);
      });
    });
  });

  browser.on('open', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    writeFileSync(addressFile, `ws://127.0.0.1:${port}/session`);
    console.error(`WebDriver BiDi listening on ws://127.0.0.1:${port}`);
  });
}
