/** Marker codes, T.81 table B.1, the second byte. */
export const marker = {
  TEM: 0x01,
  SOF0: 0xc0,
  DHT: 0xc4,
  JPG: 0xc8,
  DAC: 0xcc,
  SOF15: 0xcf,
  RST0: 0xd0,
  RST7: 0xd7,
  SOI: 0xd8,
  EOI: 0xd9,
  SOS: 0xda,
  DQT: 0xdb,
  DNL: 0xdc,
  DRI: 0xdd,
  DHP: 0xde,
  EXP: 0xdf,
  APP0: 0xe0,
  APP1: 0xe1,
  APP2: 0xe2,
  APP3: 0xe3,
  APP11: 0xeb,
  APP12: 0xec,
  APP13: 0xed,
  APP14: 0xee,
  APP15: 0xef,
  JPG0: 0xf0,
  JPG13: 0xfd,
  COM: 0xfe,
} as const;

export function isFrameHeader(code: number): boolean {
  const isTable = code === marker.DHT || code === marker.JPG || code === marker.DAC;
  return code >= marker.SOF0 && code <= marker.SOF15 && !isTable;
}

/** The tables, frames and parameters without which nothing is drawn. */
export function isNeeded(code: number): boolean {
  const needed: readonly number[] = [marker.DHT, marker.DAC, marker.DQT, marker.DRI, marker.DNL, marker.SOS];
  return isFrameHeader(code) || needed.includes(code);
}

/** Segments of applications, and comments. */
export function isApplication(code: number): boolean {
  return (code >= marker.APP0 && code <= marker.APP15) || code === marker.COM;
}
