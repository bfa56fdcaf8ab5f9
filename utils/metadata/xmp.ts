import { bytesOf } from '../bytes/text';

/** XMP packets in JPEG segments, Adobe XMP Specification Part 3, 1.1.3: identifier, then the packet. */
export const xmpIdentifier = 'http://ns.adobe.com/xap/1.0/\0';
export const extendedXmpIdentifier = 'http://ns.adobe.com/xmp/extension/\0';

/** A packet with its identifier before it. */
export function identifiedXmp(packet: Uint8Array): Uint8Array {
  const identified = new Uint8Array(xmpIdentifier.length + packet.length);
  identified.set(bytesOf(xmpIdentifier));
  identified.set(packet, xmpIdentifier.length);
  return identified;
}
