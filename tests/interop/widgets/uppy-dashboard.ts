import { uploadUrl, type Widget } from '../widget';

/** Clicks a hidden input, which it empties afterwards; reads drops by `webkitGetAsEntry` and `entry.file()`. */
export const uppyDashboard: Widget = {
  name: '@uppy/dashboard',
  takes: {
    pick: '.uppy-Dashboard-browse',
    drop: '.uppy-Dashboard-AddFiles',
    paste: '.uppy-Dashboard-browse',
  },

  async mount(place) {
    const [{ default: Uppy }, { default: Dashboard }, { default: XhrUpload }] = await Promise.all([
      import('@uppy/core'),
      import('@uppy/dashboard'),
      import('@uppy/xhr-upload'),
    ]);
    const uppy = new Uppy({ autoProceed: true })
      .use(Dashboard, { target: place, inline: true })
      .use(XhrUpload, { endpoint: uploadUrl });
    // As a site that shows elsewhere what was sent: the dashboard itself is for the next files.
    uppy.on('complete', () => uppy.clear());
  },
};
