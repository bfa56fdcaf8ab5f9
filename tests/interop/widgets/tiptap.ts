import type { Widget } from '../widget';

/** Hands drops and pastes over by its extension for files; picking it leaves to the site. */
export const tiptap: Widget = {
  name: '@tiptap/core',
  takes: { drop: '.ProseMirror', paste: '.ProseMirror' },

  async mount(place, upload) {
    const [{ Editor }, { Document }, { Paragraph }, { Text }, { FileHandler }] = await Promise.all([
      import('@tiptap/core'),
      import('@tiptap/extension-document'),
      import('@tiptap/extension-paragraph'),
      import('@tiptap/extension-text'),
      import('@tiptap/extension-file-handler'),
    ]);
    const files = FileHandler.configure({
      onDrop: (_editor, dropped) => upload(dropped),
      onPaste: (_editor, pasted) => upload(pasted),
    });
    new Editor({ element: place, extensions: [Document, Paragraph, Text, files], content: '<p>Words</p>' });
  },
};
