import { makeModel } from '../e2e/pages/whatsapp/model.js';
import type { ChatOptions } from '../e2e/pages/whatsapp-types';
import { watchRoom } from './record';
import { widgets } from './registry';

/** The script of every room. The address says which widget stands in it and whom it would share with. */

const watch = watchRoom();
const asked = new URLSearchParams(location.search);

/** What WhatsApp shows of an open chat, and its model of it: who would get what is shared here. */
function openChat(): void {
  const chat: ChatOptions = { kind: asked.get('to') === 'person' ? 'person' : 'group', title: 'Sara' };
  const model = makeModel(() => chat);
  const header = document.querySelector('header');
  if (header) model.asReact(header);
  Object.assign(window, { require: model.requireModule });
}

async function openRoom(): Promise<void> {
  openChat();
  const widget = widgets.find(({ name }) => name === asked.get('widget'));
  const place = document.querySelector<HTMLElement>('#room');
  if (!widget || !place) throw new Error('There is no such room.');
  await widget.mount(place, watch.upload);
}

Object.assign(window, { room: watch.record });
openRoom().catch((error) => watch.record.errors.push(String(error)));
