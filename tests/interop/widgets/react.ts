import type { Widget } from '../widget';

/** React's own input and a zone, without an upload library: `onChange` and `onDrop` of its root. */
export const react: Widget = {
  name: 'react',
  plain: true,
  takes: { pick: 'input', drop: '.zone' },

  async mount(place, upload) {
    const [{ createElement }, { createRoot }] = await Promise.all([
      import('react'),
      import('react-dom/client'),
    ]);
    function Plain() {
      return createElement(
        'form',
        null,
        createElement('input', {
          type: 'file',
          multiple: true,
          onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
            upload([...(currentTarget.files ?? [])]),
        }),
        createElement('div', {
          className: 'zone',
          onDragOver: (event: { preventDefault(): void }) => event.preventDefault(),
          onDrop: (event: { preventDefault(): void; dataTransfer: DataTransfer }) => {
            event.preventDefault();
            upload([...event.dataTransfer.files]);
          },
        }),
      );
    }
    createRoot(place).render(createElement(Plain));
  },
};
