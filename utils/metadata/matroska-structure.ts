import { longestHead } from './ebml';

/**
 * Matroska, RFC 9559: which elements there are, and which of them are needed to show the video the same. Names and
 * IDs are those of section 5.1; the EBML header is that of RFC 8794, 11.2.
 */

export const ids = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  ebmlReadVersion: 0x42f7,
  ebmlMaxIdLength: 0x42f2,
  ebmlMaxSizeLength: 0x42f3,
  segment: 0x18538067,
  seekHead: 0x114d9b74,
  seek: 0x4dbb,
  seekId: 0x53ab,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackUid: 0x73c5,
  trackType: 0x83,
  language: 0x22b59c,
  languageBcp47: 0x22b59d,
  codecId: 0x86,
  codecPrivate: 0x63a2,
  contentEncodings: 0x6d80,
  contentEncoding: 0x6240,
  contentEncodingType: 0x5033,
  trackOperation: 0xe2,
  blockAdditionMapping: 0x41e4,
  blockAddIdType: 0x41e7,
  cluster: 0x1f43b675,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  blockAdditions: 0x75a1,
  blockMore: 0xa6,
  blockAddId: 0xee,
  encryptedBlock: 0xaf,
  cues: 0x1c53bb6b,
  cuePoint: 0xbb,
  cueTrackPositions: 0xb7,
  cueTrack: 0xf7,
  chapters: 0x1043a770,
  tags: 0x1254c367,
  attachments: 0x1941a469,
} as const;

/** What may stand in a Segment: in a Cluster of unknown size, the first of these ends it. */
export const levelOne: ReadonlySet<number> = new Set([
  ids.seekHead,
  ids.info,
  ids.tracks,
  ids.cluster,
  ids.cues,
  ids.chapters,
  ids.tags,
  ids.attachments,
]);

/** Of these a SeekHead still tells where they are. */
export const seekable: ReadonlySet<number> = new Set([
  ids.seekHead,
  ids.info,
  ids.tracks,
  ids.cluster,
  ids.cues,
]);

/**
 * What becomes of an element: a number of at most eight bytes, or bytes that decoders need, stay; the text of one
 * that must be there is blanked; one of encryption ends it all; a master is walked. What has no rule goes.
 */
export type Rule = 'number' | 'bytes' | 'blank' | 'encrypted' | Schema;

export interface Schema extends ReadonlyMap<number, Rule> {}

function numbers(...elements: readonly number[]): readonly (readonly [number, Rule])[] {
  return elements.map((id) => [id, 'number']);
}

/** EBMLVersion, EBMLReadVersion, EBMLMaxIDLength, EBMLMaxSizeLength, DocType, DocTypeVersion, DocTypeReadVersion. */
export const ebmlSchema: Schema = new Map<number, Rule>([
  ...numbers(0x4286, ids.ebmlReadVersion, ids.ebmlMaxIdLength, ids.ebmlMaxSizeLength, 0x4287, 0x4285),
  [ids.docType, 'bytes'],
]);

/** TimestampScale and Duration; MuxingApp and WritingApp must be there. */
export const infoSchema: Schema = new Map<number, Rule>([
  ...numbers(0x2ad7b1, 0x4489),
  [0x4d80, 'blank'],
  [0x5741, 'blank'],
]);

/** SeekID, SeekPosition. */
export const seekSchema: Schema = new Map<number, Rule>([...numbers(ids.seekId, 0x53ac)]);

/** Colour: MatrixCoefficients to MaxFALL; MasteringMetadata: the chromaticities and the luminance. */
const colour: Schema = new Map<number, Rule>([
  ...numbers(0x55b1, 0x55b2, 0x55b3, 0x55b4, 0x55b5, 0x55b6, 0x55b7, 0x55b8, 0x55b9, 0x55ba, 0x55bb, 0x55bc),
  ...numbers(0x55bd),
  [
    0x55d0,
    new Map<number, Rule>([
      ...numbers(0x55d1, 0x55d2, 0x55d3, 0x55d4, 0x55d5, 0x55d6, 0x55d7, 0x55d8, 0x55d9, 0x55da),
    ]),
  ],
]);

/** ProjectionType, ProjectionPrivate, ProjectionPoseYaw, -Pitch, -Roll. */
const projection: Schema = new Map<number, Rule>([
  ...numbers(0x7671, 0x7673, 0x7674, 0x7675),
  [0x7672, 'bytes'],
]);

const video: Schema = new Map<number, Rule>([
  // FlagInterlaced, FieldOrder, StereoMode, OldStereoMode, AlphaMode
  ...numbers(0x9a, 0x9d, 0x53b8, 0x53b9, 0x53c0),
  // PixelWidth, PixelHeight, PixelCropBottom, -Top, -Left, -Right
  ...numbers(0xb0, 0xba, 0x54aa, 0x54bb, 0x54cc, 0x54dd),
  // DisplayWidth, DisplayHeight, DisplayUnit, AspectRatioType, UncompressedFourCC, GammaValue, FrameRate
  ...numbers(0x54b0, 0x54ba, 0x54b2, 0x54b3, 0x2eb524, 0x2fb523, 0x2383e3),
  [0x55b0, colour],
  [0x7670, projection],
]);

/** SamplingFrequency, OutputSamplingFrequency, Channels, BitDepth, Emphasis. */
const audio: Schema = new Map<number, Rule>([...numbers(0xb5, 0x78b5, 0x9f, 0x6264, 0x52f1)]);

/** ContentEncodingOrder, -Scope, -Type; ContentCompression: ContentCompAlgo, ContentCompSettings. */
const contentEncodings: Schema = new Map<number, Rule>([
  [
    ids.contentEncoding,
    new Map<number, Rule>([
      ...numbers(0x5031, 0x5032, ids.contentEncodingType),
      [0x5034, new Map<number, Rule>([...numbers(0x4254), [0x4255, 'bytes']])],
      [0x5035, 'encrypted'],
    ]),
  ],
]);

/** TrackCombinePlanes: TrackPlane: TrackPlaneUID, TrackPlaneType; TrackJoinBlocks: TrackJoinUID. */
const trackOperation: Schema = new Map<number, Rule>([
  [0xe3, new Map<number, Rule>([[0xe4, new Map<number, Rule>([...numbers(0xe5, 0xe6)])]])],
  [0xe9, new Map<number, Rule>([...numbers(0xed)])],
]);

/** BlockAddIDValue, BlockAddIDType, BlockAddIDExtraData; not BlockAddIDName. */
const blockAdditionMapping: Schema = new Map<number, Rule>([
  ...numbers(0x41f0, ids.blockAddIdType),
  [0x41ed, 'bytes'],
]);

export const trackSchema: Schema = new Map<number, Rule>([
  ...numbers(ids.trackNumber, ids.trackUid, ids.trackType),
  // FlagEnabled, -Default, -Forced, -HearingImpaired, -VisualImpaired, -TextDescriptions, -Original, -Commentary, -Lacing
  ...numbers(0xb9, 0x88, 0x55aa, 0x55ab, 0x55ac, 0x55ad, 0x55ae, 0x55af, 0x9c),
  // MinCache, MaxCache, DefaultDuration, DefaultDecodedFieldDuration, TrackTimestampScale, TrackOffset
  ...numbers(0x6de7, 0x6df8, 0x23e383, 0x234e7a, 0x23314f, 0x537f),
  // MaxBlockAdditionID, CodecDecodeAll, TrackOverlay, CodecDelay, SeekPreRoll
  ...numbers(0x55ee, 0xaa, 0x6fab, 0x56aa, 0x56bb),
  [ids.codecId, 'bytes'],
  [ids.codecPrivate, 'bytes'],
  [0xe0, video],
  [0xe1, audio],
  [ids.contentEncodings, contentEncodings],
  [ids.trackOperation, trackOperation],
  [ids.blockAdditionMapping, blockAdditionMapping],
]);

/**
 * BlockAddIDType of what the eye sees: opaque data of the codec (alpha of VP8 and VP9), ITU-T T.35 (HDR10+), and the
 * configurations of Dolby Vision and multi-view coding. Not time codes, for instance.
 */
export const shownAdditions: ReadonlySet<number> = new Set([
  0,
  1,
  4,
  ...['dvcC', 'dvvC', 'dvwC', 'hvcE', 'avcE', 'mvcC'].map((type) =>
    [...type].reduce((value, char) => value * 256 + char.charCodeAt(0), 0),
  ),
]);

/** BlockDuration, ReferencePriority, ReferenceBlock, DiscardPadding, CodecState; blocks are seen to apart. */
export const blockGroupSchema: Schema = new Map<number, Rule>([
  ...numbers(0x9b, 0xfa, 0xfb, 0x75a2),
  [0xa4, 'bytes'],
  [ids.encryptedBlock, 'encrypted'],
]);

/** BlockAdditional, BlockAddID. */
export const blockMoreSchema: Schema = new Map<number, Rule>([[0xa5, 'bytes'], ...numbers(ids.blockAddId)]);

/** Timestamp, Position, PrevSize; blocks are seen to apart. */
export const clusterSchema: Schema = new Map<number, Rule>([
  ...numbers(0xe7, 0xa7, 0xab),
  [ids.encryptedBlock, 'encrypted'],
]);

/** CueTrack, CueClusterPosition, CueRelativePosition, CueDuration, CueBlockNumber, CueCodecState; CueReference. */
export const cueTrackPositionsSchema: Schema = new Map<number, Rule>([
  ...numbers(ids.cueTrack, 0xf1, 0xf0, 0xb2, 0x5378, 0xea),
  [0xdb, new Map<number, Rule>([...numbers(0x96, 0x97, 0x535f, 0xeb)])],
]);

/** CueTime; the positions are seen to apart. */
export const cuePointSchema: Schema = new Map<number, Rule>([...numbers(0xb3)]);

/** So much of a block is read: its head, and the number of its track. */
export const blockHead = longestHead + 8;
