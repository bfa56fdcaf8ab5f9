import { createKeeper } from './keeper';
import type { LoadKeeper } from './share-guard';
import { webExtension } from './web-extension';

/** The keeper in this window: a module of its own in the extension, which share-guard loads by its address. */
export const openKeeper: LoadKeeper = async (look, signal) =>
  createKeeper(window, look, webExtension(window), signal);
