import { makeAttaching } from './attach';
import { element, makeLabel } from './dom';
import { makeDrawing } from './draw';
import { makeForwarding } from './forward';
import { makeModel } from './model';
import { watchPage } from './record';
import { makeImitation } from './resist';

/**
 * @typedef {import('../whatsapp-types').ChatOptions} ChatOptions
 * @typedef {import('../whatsapp-types').PageOptions} PageOptions
 */

/**
 * Starts the imitation, as the page's first script.
 *
 * @param {PageOptions & {part: 'whole' | 'attach'}} options
 */
export function startPage(options) {
  /** @type {ChatOptions} */
  let chat = options;
  const current = () => chat;

  const watch = watchPage();
  const model = makeModel(current);
  const label = makeLabel(options.direction ?? 'ltr');
  const attaching = makeAttaching(options, watch, label);
  const forwarding = makeForwarding(options, { model, watch, label });
  const drawing = makeDrawing(options, current, { attaching, forwarding, label, model, watch });
  const app = element('div', { id: 'app' });

  function draw() {
    if (options.part === 'attach') app.replaceChildren(drawing.composer());
    else app.replaceChildren(drawing.tabs(), drawing.main());
  }

  document.addEventListener('DOMContentLoaded', () => {
    document.body.append(app);
    if (options.input === 'react-like') {
      app.addEventListener('change', watch.takeFrom);
      app.addEventListener('cancel', () => watch.record.cancels++);
    }
    draw();
  });

  const imitation = makeImitation((next) => {
    chat = next;
    draw();
  });
  Object.assign(window, { record: watch.record, imitation, require: model.requireModule });
}
