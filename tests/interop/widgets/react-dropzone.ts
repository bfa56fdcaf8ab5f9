import type { Widget } from '../widget';

/** Opens its hidden input by `click()`; reads drops by `webkitGetAsEntry`, `getAsFile` and `getAsFileSystemHandle`. */
export const reactDropzone: Widget = {
  name: 'react-dropzone',
  takes: { pick: '.zone', drop: '.zone', paste: '.zone' },

  async mount(place, upload) {
    const [{ createElement }, { createRoot }, { useDropzone }] = await Promise.all([
      import('react'),
      import('react-dom/client'),
      import('react-dropzone'),
    ]);
    function Zone() {
      const { getRootProps, getInputProps } = useDropzone({ onDropAccepted: upload });
      return createElement(
        'div',
        { ...getRootProps(), className: 'zone' },
        createElement('input', getInputProps()),
        'Drop here, or click to choose',
      );
    }
    createRoot(place).render(createElement(Zone));
  },
};
