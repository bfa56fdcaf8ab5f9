import { discord } from './discord';
import { facebook } from './facebook';
import { gmail } from './gmail';
import { googleDrive } from './google-drive';
import { googleMessages } from './google-messages';
import { googlePhotos } from './google-photos';
import { instagram } from './instagram';
import { linkedin } from './linkedin';
import { messenger } from './messenger';
import { outlook } from './outlook';
import { reddit } from './reddit';
import type { Site } from './site';
import { snapchat } from './snapchat';
import { telegramA } from './telegram-a';
import { telegramK } from './telegram-k';
import { threads } from './threads';
import { tiktok } from './tiktok';
import { whatsapp } from './whatsapp';
import { x } from './x';
import { youtube } from './youtube';

/** Every adapter for what Safi works on since it is installed. */
export const listedAdapters: readonly Site[] = [
  whatsapp,
  telegramA,
  telegramK,
  facebook,
  messenger,
  instagram,
  threads,
  x,
  snapchat,
  tiktok,
  youtube,
  discord,
  reddit,
  linkedin,
  googleMessages,
];

/** Every adapter for what a person has to add first. */
export const addedAdapters: readonly Site[] = [gmail, outlook, googlePhotos, googleDrive];

/** Every adapter. A page loads its own only, from a module by that name; see wxt.config.ts. */
export const sites: readonly Site[] = [...listedAdapters, ...addedAdapters];
