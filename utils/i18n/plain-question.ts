/**
 * Asked by the browser's own dialog when nothing of Safi can be loaded any more, not even the language that was
 * chosen: in all of them.
 */
export const plainQuestion = Object.values(
  import.meta.glob<string>('./catalogue/*/bare.ts', { eager: true, import: 'plainQuestion' }),
).join('\n\n');
