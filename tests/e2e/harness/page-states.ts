import { cards } from './states/cards';
import { cleaner } from './states/cleaner';
import { editor } from './states/editor';
import { forwards } from './states/forwards';
import { options } from './states/options';
import { papersRoom } from './states/papers';
import { popup } from './states/popup';
import { practice } from './states/practice';
import type { Room } from './states/stage';
import { welcome } from './states/welcome';

/** Every page of Safi and its states; the help panel's screens are walked in the page itself, see states/help.ts. */
export const rooms = {
  popup,
  options,
  welcome,
  cleaner,
  practice,
  cards,
  editor,
  forwards,
  papers: papersRoom,
} as const satisfies Readonly<Record<string, Room>>;
