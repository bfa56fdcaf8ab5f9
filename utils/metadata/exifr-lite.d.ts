/** exifr's build without a loader for other runtimes; its main module's types serve. */
declare module 'exifr/dist/lite.esm.mjs' {
  export { Exifr } from 'exifr';
}
