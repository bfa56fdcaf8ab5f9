/** The part of piexifjs 1.0.6 that is used; it brings no types. Texts hold one byte a character. */
declare module 'piexifjs' {
  type Value = string | number | readonly [number, number] | readonly (readonly [number, number])[];
  type Ifd = Readonly<Record<number, Value>>;

  interface ExifObject {
    readonly '0th'?: Ifd;
    readonly Exif?: Ifd;
    readonly GPS?: Ifd;
    readonly Interop?: Ifd;
    readonly '1st'?: Ifd;
    readonly thumbnail?: string | null;
  }

  const piexif: {
    /** "Exif\0\0" and the TIFF structure. */
    dump(exif: ExifObject): string;
    insert(exif: string, jpeg: string): string;
    remove(jpeg: string): string;
    readonly ImageIFD: Readonly<Record<'Make' | 'Model' | 'Software' | 'Artist' | 'Orientation', number>>;
    readonly ExifIFD: Readonly<Record<'DateTimeOriginal', number>>;
    readonly GPSIFD: Readonly<
      Record<'GPSLatitudeRef' | 'GPSLatitude' | 'GPSLongitudeRef' | 'GPSLongitude', number>
    >;
  };
  export default piexif;
}
