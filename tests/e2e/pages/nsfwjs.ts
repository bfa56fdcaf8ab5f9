import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { load } from 'nsfwjs/core';

/** The script of a page on which nsfwjs itself runs, as its own readme says, on the whole of TensorFlow.js. */

export interface NsfwjsWindow {
  /** What nsfwjs finds in a picture: each class in small letters, 0 to 1. */
  classify(base64: string, type: string): Promise<Record<string, number>>;
}

async function start() {
  setWasmPaths('/');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await tf.setBackend('wasm'))) throw new Error('no backend');
  return load('/model/', { size: 224, type: 'graph' });
}

let started: ReturnType<typeof start> | null = null;

async function classify(base64: string, type: string): Promise<Record<string, number>> {
  started ??= start();
  const net = await started;
  const image = new Image();
  image.src = `data:${type};base64,${base64}`;
  await image.decode();
  const found = await net.classify(image);
  return Object.fromEntries(
    found.map(({ className, probability }) => [className.toLowerCase(), probability]),
  );
}

Object.assign(window, { classify } satisfies NsfwjsWindow);
