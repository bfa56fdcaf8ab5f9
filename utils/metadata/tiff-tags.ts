import type { HiddenKind } from './hidden-data';

/** Tags of TIFF 6.0, its supplements and the registered private ones, by what becomes of them. */

export const tag = {
  NewSubfileType: 254,
  SubfileType: 255,
  ImageWidth: 256,
  ImageLength: 257,
  BitsPerSample: 258,
  Compression: 259,
  PhotometricInterpretation: 262,
  StripOffsets: 273,
  SamplesPerPixel: 277,
  RowsPerStrip: 278,
  StripByteCounts: 279,
  PlanarConfiguration: 284,
  TileWidth: 322,
  TileLength: 323,
  TileOffsets: 324,
  TileByteCounts: 325,
  SubIFDs: 330,
  JPEGTables: 347,
  JPEGInterchangeFormat: 513,
  JPEGInterchangeFormatLength: 514,
  XMP: 700,
  ImageDepth: 32_997,
  IPTC: 33_723,
  Photoshop: 34_377,
  Exif: 34_665,
  ICCProfile: 34_675,
  GPS: 34_853,
  Interoperability: 40_965,
} as const;

/** Their values are positions of directories. */
export const subDirectoryTags: readonly number[] = [tag.SubIFDs, tag.Exif, tag.GPS, tag.Interoperability];

/** Samples of one pixel; more are in no picture that people share. */
const samples = 256;

/** One value for each of 16 bits, for each of three colours. */
const curves = 3 << 16;

/**
 * The fields that a picture is drawn by, and how many values each may have. Where the coded picture lies is written
 * anew and stands nowhere here, JPEGTables and the colour profile are cleaned. Left out are the texts, InkNames
 * too, and what only halftoning printers had (263 to 265).
 */
export const drawing: Readonly<Record<number, number>> = {
  [tag.NewSubfileType]: 1,
  [tag.SubfileType]: 1,
  [tag.ImageWidth]: 1,
  [tag.ImageLength]: 1,
  [tag.BitsPerSample]: samples,
  [tag.Compression]: 1,
  [tag.PhotometricInterpretation]: 1,
  266: 1, // FillOrder
  274: 1, // Orientation
  [tag.SamplesPerPixel]: 1,
  [tag.RowsPerStrip]: 1,
  280: samples, // MinSampleValue
  281: samples, // MaxSampleValue
  282: 1, // XResolution
  283: 1, // YResolution
  [tag.PlanarConfiguration]: 1,
  286: 1, // XPosition: of a layer on its page
  287: 1, // YPosition
  290: 1, // GrayResponseUnit
  291: 1 << 16, // GrayResponseCurve
  292: 1, // T4Options
  293: 1, // T6Options
  296: 1, // ResolutionUnit
  297: 2, // PageNumber
  301: curves, // TransferFunction
  317: 1, // Predictor
  318: 2, // WhitePoint
  319: 6, // PrimaryChromaticities
  320: curves, // ColorMap
  321: 2, // HalftoneHints
  [tag.TileWidth]: 1,
  [tag.TileLength]: 1,
  332: 1, // InkSet
  334: 1, // NumberOfInks
  336: 2 * samples, // DotRange
  338: samples, // ExtraSamples
  339: samples, // SampleFormat
  340: samples, // SMinSampleValue
  341: samples, // SMaxSampleValue
  342: 6, // TransferRange
  529: 3, // YCbCrCoefficients
  530: 2, // YCbCrSubSampling
  531: 1, // YCbCrPositioning
  532: 6, // ReferenceBlackWhite
  32995: 1, // Matteing, before ExtraSamples
  32996: samples, // DataType, before SampleFormat
  37439: 1, // StoNits, of LogLuv
  50674: 2, // LercParameters
};

/** A directory with one of these is of a raw picture: CFA patterns, DNG, Leaf, SR2. */
export const rawTags: readonly number[] = [33_421, 33_422, 34_310, 50_706, 50_740];

/** What the other fields tell; what stands nowhere here is told by its number. */
export const told: Readonly<Record<number, readonly [HiddenKind, string]>> = {
  269: ['text', 'DocumentName'],
  270: ['text', 'ImageDescription'],
  271: ['device', 'Make'],
  272: ['device', 'Model'],
  285: ['text', 'PageName'],
  305: ['device', 'Software'],
  306: ['time', 'ModifyDate'],
  315: ['person', 'Artist'],
  316: ['device', 'HostComputer'],
  [tag.SubIFDs]: ['thumbnail', 'SubIFDs'],
  333: ['text', 'InkNames'],
  337: ['text', 'TargetPrinter'],
  [tag.XMP]: ['other', 'XMP'],
  32781: ['text', 'ImageID'],
  33432: ['person', 'Copyright'],
  33550: ['place', 'ModelPixelScale'],
  [tag.IPTC]: ['other', 'IPTC'],
  33922: ['place', 'ModelTiepoint'],
  34264: ['place', 'ModelTransformation'],
  [tag.Photoshop]: ['edit-history', 'Photoshop'],
  [tag.Exif]: ['other', 'EXIF'],
  [tag.ICCProfile]: ['other', 'ICCProfile'],
  34735: ['place', 'GeoKeyDirectory'],
  34736: ['place', 'GeoDoubleParams'],
  34737: ['place', 'GeoAsciiParams'],
  [tag.GPS]: ['place', 'GPSLatitude'],
  37724: ['edit-history', 'ImageSourceData'],
  40091: ['text', 'XPTitle'],
  40092: ['text', 'XPComment'],
  40093: ['person', 'XPAuthor'],
  40094: ['text', 'XPKeywords'],
  40095: ['text', 'XPSubject'],
  42112: ['text', 'GDAL_METADATA'],
  42113: ['other', 'GDAL_NODATA'],
  50839: ['text', 'ImageJ'],
};
