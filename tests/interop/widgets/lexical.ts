import type { Widget } from '../widget';

/** Tells of drops and pastes by one command; picking it leaves to the site. */
export const lexical: Widget = {
  name: 'lexical',
  takes: { drop: '[contenteditable] p', paste: '[contenteditable]' },

  async mount(place, upload) {
    const [
      { $createParagraphNode, $createTextNode, $getRoot, COMMAND_PRIORITY_LOW, createEditor },
      { DRAG_DROP_PASTE, registerRichText },
    ] = await Promise.all([import('lexical'), import('@lexical/rich-text')]);
    const root = document.createElement('div');
    root.contentEditable = 'true';
    place.append(root);
    const editor = createEditor({
      namespace: 'room',
      onError(error) {
        throw error;
      },
    });
    editor.setRootElement(root);
    registerRichText(editor);
    editor.update(() => {
      $getRoot().append($createParagraphNode().append($createTextNode('Words')));
    });
    editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => {
        upload(files);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    );
  },
};
