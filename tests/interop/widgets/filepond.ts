import { uploadUrl, type Widget } from '../widget';

/** Its input lies behind a label; drops and pastes anywhere in the page are read by `webkitGetAsEntry`. */
export const filepond: Widget = {
  name: 'filepond',
  takes: { pick: '.filepond--label-action', drop: '.filepond--root', paste: 'h1' },

  async mount(place) {
    const { create } = await import('filepond');
    create(place, { allowMultiple: true, server: uploadUrl });
  },
};
