import { makeAttaching } from './attach';
import { element } from './dom';
import { makeDrawing } from './draw';
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
  const attaching = makeAttaching(options, watch);
  const drawing = makeDrawing(options, current, { attaching, model, watch });
  const app = element('div', { id: 'app' });

  function draw() {
    app.replaceChildren(options.part === 'attach' ? drawing.composer() : drawing.main());
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
