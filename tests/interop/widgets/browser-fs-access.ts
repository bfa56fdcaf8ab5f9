import type { Widget } from '../widget';

/**
 * Its way for browsers without `showOpenFilePicker`, taken in every browser here, since no test can drive that
 * dialog: an input that is appended, shown by `showPicker()` and removed on its `change` or `cancel`.
 */
export const browserFsAccess: Widget = {
  name: 'browser-fs-access',
  takes: { pick: 'button' },

  async mount(place, upload) {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    const { fileOpen } = await import('browser-fs-access');
    const button = document.createElement('button');
    button.textContent = 'Open';
    button.addEventListener('click', () => {
      fileOpen({ multiple: true }).then(
        (files) => upload(files),
        () => (button.textContent = 'Open again'),
      );
    });
    place.append(button);
  },
};
