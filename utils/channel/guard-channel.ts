import type { Audience, AudienceKind, Circle } from '../sites/audience';
import { fieldsOf } from './fields';

/**
 * Messages between a share-guard and its guard frame, over one MessagePort.
 * File objects cross by reference. Both ends parse what they get; what does not parse is dropped.
 */

/** The first word, by window.postMessage with the port: who asks, and how the frame's life will be watched. */
export interface Knock {
  readonly type: 'knock';
  /** One-time token from the background. */
  readonly token: string;
  /** Name of the runtime port that share-guard opens to the frame, so that its death is noticed. */
  readonly lifeline: string;
}

export type ToFrame =
  | {
      readonly type: 'share';
      readonly id: number;
      readonly files: readonly File[];
      readonly audience: Audience;
      /** Every picture to more than one person is asked about, whatever the settings say. */
      readonly always: boolean;
      /** The site can send it to this audience so that it is seen once. */
      readonly viewOnce: boolean;
      readonly pause: Pause;
    }
  /** What is on the site already is about to be forwarded to these chats. */
  | { readonly type: 'forward'; readonly id: number; readonly to: readonly Audience[] }
  /** Asks for a `pong`: a frame that is gone says nothing. */
  | { readonly type: 'ping' }
  /** The frame is on screen now. */
  | { readonly type: 'shown'; readonly id: number }
  /** Escape outside the frame, or the share is gone: the same as "not now". */
  | { readonly type: 'dismiss'; readonly id: number }
  /** The chat, or the choice of a forward, changed since the question was asked; nothing was sent. */
  | { readonly type: 'changed'; readonly id: number; readonly what: Changed };

export type Changed = 'chat' | 'forward';

/** Whether the questions about a chat can be put off for a while, or are. */
export type Pause = 'none' | 'possible' | 'begun';

const pauses: readonly Pause[] = ['none', 'possible', 'begun'];

/** What becomes of one file when the clean copy goes: its cleaned copy, itself (neither picture nor video), or not sent. */
export type SentFile = File | 'as-it-is' | 'stays-behind';

export type Verdict =
  | { readonly choice: 'clean'; readonly files: readonly SentFile[] }
  | { readonly choice: 'original' }
  | { readonly choice: 'nothing' };

/** Block and inline size of the notice, in CSS pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

export type FromFrame =
  | { readonly type: 'ready' }
  | { readonly type: 'pong' }
  | { readonly type: 'show'; readonly id: number; readonly level: 'ask' }
  | { readonly type: 'show'; readonly id: number; readonly level: 'notice'; readonly box: Box }
  | { readonly type: 'hide'; readonly id: number }
  /** The person wants no more questions about this share's chat for a while. */
  | { readonly type: 'pause'; readonly id: number }
  | { readonly type: 'verdict'; readonly id: number; readonly verdict: Verdict };

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

export function parseKnock(value: unknown): Knock | null {
  const knock = fieldsOf(value);
  if (knock.type !== 'knock') return null;
  const { token, lifeline } = knock;
  return typeof token === 'string' && typeof lifeline === 'string'
    ? { type: 'knock', token, lifeline }
    : null;
}

const audienceKinds: readonly AudienceKind[] = ['person', 'group', 'channel', 'public', 'unknown'];

const circles: readonly Circle[] = ['community', 'list', 'status'];

export function parseAudience(value: unknown): Audience | null {
  const audience = fieldsOf(value);
  const kind = audienceKinds.find((known) => known === audience.kind);
  if (!kind) return null;
  const { name, members } = audience;
  const circle = circles.find((known) => known === audience.circle);
  return {
    kind,
    ...(circle ? { circle } : {}),
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
    ...(typeof members === 'number' && Number.isSafeInteger(members) && members > 0 ? { members } : {}),
  };
}

export function parseToFrame(value: unknown): ToFrame | null {
  const message = fieldsOf(value);
  if (message.type === 'ping') return { type: 'ping' };
  if (!isId(message.id)) return null;
  const { id } = message;
  switch (message.type) {
    case 'shown':
    case 'dismiss':
      return { type: message.type, id };
    case 'changed':
      return { type: 'changed', id, what: message.what === 'forward' ? 'forward' : 'chat' };
    case 'forward': {
      const to = Array.isArray(message.to) ? message.to.map(parseAudience) : [null];
      return to.every((audience) => audience !== null) ? { type: 'forward', id, to } : null;
    }
    case 'share': {
      const audience = parseAudience(message.audience);
      const files: unknown = message.files;
      if (!audience || !Array.isArray(files) || !files.every((file) => file instanceof File)) return null;
      const [always, viewOnce] = [message.always === true, message.viewOnce === true];
      const pause = pauses.find((known) => known === message.pause) ?? 'none';
      return { type: 'share', id, files, audience, always, viewOnce, pause };
    }
    default:
      return null;
  }
}

function isSentFile(value: unknown): value is SentFile {
  return value === 'as-it-is' || value === 'stays-behind' || value instanceof File;
}

export function parseVerdict(value: unknown): Verdict | null {
  const verdict = fieldsOf(value);
  switch (verdict.choice) {
    case 'original':
    case 'nothing':
      return { choice: verdict.choice };
    case 'clean': {
      const files: unknown = verdict.files;
      return Array.isArray(files) && files.every(isSentFile) ? { choice: 'clean', files } : null;
    }
    default:
      return null;
  }
}

function parseBox(value: unknown): Box | null {
  const { width, height } = fieldsOf(value);
  return typeof width === 'number' && typeof height === 'number' && width > 0 && height > 0
    ? { width, height }
    : null;
}

export function parseFromFrame(value: unknown): FromFrame | null {
  const message = fieldsOf(value);
  if (message.type === 'ready' || message.type === 'pong') return { type: message.type };
  if (!isId(message.id)) return null;
  const { id } = message;
  switch (message.type) {
    case 'hide':
    case 'pause':
      return { type: message.type, id };
    case 'show': {
      if (message.level === 'ask') return { type: 'show', id, level: 'ask' };
      const box = parseBox(message.box);
      return message.level === 'notice' && box ? { type: 'show', id, level: 'notice', box } : null;
    }
    case 'verdict': {
      const verdict = parseVerdict(message.verdict);
      return verdict && { type: 'verdict', id, verdict };
    }
    default:
      return null;
  }
}
