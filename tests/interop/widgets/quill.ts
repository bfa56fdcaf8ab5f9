import type { Widget } from '../widget';

/** Its picture button appends an input and clicks it; drops are placed by `caretRangeFromPoint`. */
export const quill: Widget = {
  name: 'quill',
  takes: { pick: 'button.ql-image', drop: '.ql-editor', paste: '.ql-editor' },
  takesOne: ['pick'],

  async mount(place, upload) {
    const { default: Quill } = await import('quill');
    const uploader = { handler: (_range: unknown, files: File[]) => upload(files) };
    const editor = document.createElement('div');
    place.append(editor);
    new Quill(editor, { theme: 'snow', modules: { toolbar: [['image']], uploader } });
  },
};
