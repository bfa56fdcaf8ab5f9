import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { load } from 'nsfwjs/core';

/** The script of the pages of peers: each as its readme says, on WebAssembly in one thread, in the page itself. */

/** x, y, width, height, in the picture's pixels. */
export type Found = readonly [x: number, y: number, width: number, height: number];

/** Looks into a picture and says where faces are; null for what tells of none. */
type Look = (picture: HTMLImageElement) => Promise<readonly Found[] | null>;

export interface Looked {
  readonly ms: number;
  /** Until the first faces were told, where they are told before the end; milliseconds. */
  readonly glance: number | null;
  readonly faces: readonly Found[] | null;
}

export interface PeersWindow {
  /** Gets a peer ready; milliseconds. */
  begin(peer: string): Promise<number>;
  /** Looks into the first file of the page's input. */
  look(): Promise<Looked>;
}

/** What the two libraries that are loaded as scripts of their own are asked for. */
interface Libraries {
  readonly faceapi: {
    readonly tf: typeof tf & { readonly setWasmPaths: typeof setWasmPaths };
    readonly nets: { readonly ssdMobilenetv1: { loadFromUri(address: string): Promise<void> } };
    detectAllFaces(
      picture: HTMLImageElement,
    ): Promise<readonly { readonly box: Readonly<Record<'x' | 'y' | 'width' | 'height', number>> }[]>;
  };
  readonly Human: {
    readonly Human: new (
      config: object,
    ) => {
      load(): Promise<void>;
      detect(picture: HTMLImageElement): Promise<{ readonly face: readonly { readonly box: Found }[] }>;
    };
  };
}

const libraries = window as unknown as Libraries;

const peers: Readonly<Record<string, () => Promise<Look>>> = {
  async nsfwjs() {
    setWasmPaths('/');
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    await tf.setBackend('wasm');
    const net = await load('/nsfw/', { size: 224, type: 'graph' });
    return async (picture) => {
      await net.classify(picture);
      return null;
    };
  },
  async 'face-api SSD'() {
    const { faceapi } = libraries;
    faceapi.tf.setWasmPaths('/');
    faceapi.tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    await faceapi.tf.setBackend('wasm');
    await faceapi.tf.ready();
    await faceapi.nets.ssdMobilenetv1.loadFromUri('/face-api');
    return async (picture) =>
      (await faceapi.detectAllFaces(picture)).map(
        ({ box: { x, y, width, height } }): Found => [x, y, width, height],
      );
  },
  async human() {
    const off = { enabled: false };
    const human = new libraries.Human.Human({
      backend: 'wasm',
      wasmPath: '/',
      modelBasePath: '/human/',
      debug: false,
      // What it would take from the picture before stays.
      cacheSensitivity: 0,
      filter: off,
      face: {
        detector: { rotation: false, maxDetected: 20, scale: 1 },
        mesh: off,
        iris: off,
        emotion: off,
        description: off,
      },
      body: off,
      hand: off,
      object: off,
      gesture: off,
      segmentation: off,
    });
    await human.load();
    return async (picture) => (await human.detect(picture)).face.map(({ box }) => box);
  },
};

let peer: Look | null = null;

async function begin(name: string): Promise<number> {
  const start = performance.now();
  peer = (await peers[name]?.()) ?? null;
  return performance.now() - start;
}

async function look(): Promise<Looked> {
  const [file] = document.querySelector<HTMLInputElement>('#files')?.files ?? [];
  if (!peer || !file) throw new Error('nothing to look at, or nobody to look');
  const start = performance.now();
  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  try {
    await picture.decode();
    const faces = await peer(picture);
    return { ms: performance.now() - start, glance: null, faces };
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}

Object.assign(window, { begin, look } satisfies PeersWindow);
