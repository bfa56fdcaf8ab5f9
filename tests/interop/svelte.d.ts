/** Components are compiled when the rooms are bundled, see room.ts. */
declare module '*.svelte' {
  import type { Component } from 'svelte';

  const component: Component<{ upload: import('./widget').Upload }>;
  export default component;
}
