import type { Widget } from '../widget';

/** Vue's own input and a zone, without an upload library: listeners on the elements themselves. */
export const vue: Widget = {
  name: 'vue',
  plain: true,
  takes: { pick: 'input', drop: '.zone' },

  async mount(place, upload) {
    const { createApp, h, withModifiers } = await import('vue');
    const Plain = () => [
      h('input', {
        type: 'file',
        multiple: true,
        onChange: ({ target }: Event) => {
          if (target instanceof HTMLInputElement) upload([...(target.files ?? [])]);
        },
      }),
      h('div', {
        class: 'zone',
        onDragover: withModifiers(() => {}, ['prevent']),
        onDrop: withModifiers(
          (event: Event) => {
            if (event instanceof DragEvent) upload([...(event.dataTransfer?.files ?? [])]);
          },
          ['prevent'],
        ),
      }),
    ];
    createApp(Plain).mount(place);
  },
};
