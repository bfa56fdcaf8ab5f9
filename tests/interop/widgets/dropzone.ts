import { uploadUrl, type Widget } from '../widget';

/** Makes a new hidden input after each pick; reads drops and pastes by `webkitGetAsEntry` and `getAsFile`. */
export const dropzone: Widget = {
  name: 'dropzone',
  takes: { pick: '.dz-button', drop: '.dropzone', paste: 'h1' },

  async mount(place) {
    const { default: Dropzone } = await import('dropzone');
    place.className = 'dropzone';
    const zone = new Dropzone(place, { url: uploadUrl });
    // Its manual leaves listening to the site.
    document.addEventListener('paste', (event) => zone.paste(event));
  },
};
