import type { Widget } from '../widget';

/** Svelte's own input and a zone, without an upload library: `bind:files`, and drops heard at the component's root. */
export const svelte: Widget = {
  name: 'svelte',
  plain: true,
  takes: { pick: 'input', drop: '.zone' },

  async mount(place, upload) {
    const [{ mount }, { default: Plain }] = await Promise.all([import('svelte'), import('./plain.svelte')]);
    mount(Plain, { target: place, props: { upload } });
  },
};
