import type { Widget } from './widget';
import { angular } from './widgets/angular';
import { browserFsAccess } from './widgets/browser-fs-access';
import { dropzone } from './widgets/dropzone';
import { filepond } from './widgets/filepond';
import { lexical } from './widgets/lexical';
import { quill } from './widgets/quill';
import { react } from './widgets/react';
import { reactDropzone } from './widgets/react-dropzone';
import { svelte } from './widgets/svelte';
import { tiptap } from './widgets/tiptap';
import { uppyDashboard } from './widgets/uppy-dashboard';
import { vue } from './widgets/vue';

/** Every widget that has a room. */
export const widgets: readonly Widget[] = [
  reactDropzone,
  filepond,
  dropzone,
  uppyDashboard,
  browserFsAccess,
  quill,
  tiptap,
  lexical,
  react,
  vue,
  svelte,
  angular,
];
