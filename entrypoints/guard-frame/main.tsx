import browser, { type Runtime } from 'webextension-polyfill';
import type { CardChoice, CardFile, Sight } from '../../components/share-card/card-file';
import { type GuardEditor, type GuardScreen, GuardView } from '../../components/share-card/guard-view';
import { mountPage } from '../../components/ui/page';
import { parseGrant } from '../../utils/channel/background-channel';
import type { Verdict } from '../../utils/channel/guard-channel';
import { openDoor } from '../../utils/guard/frame-door';
import type { Seen } from '../../utils/guard/look-into';
import type { PreparedFile } from '../../utils/guard/prepare-share';
import { type Session, startSession } from '../../utils/guard/session';
import type { Advice } from '../../utils/guard/session-view';
import { drawCovers } from '../../utils/inspection/cover-plan';
import { coverModule, createCoverer } from '../../utils/inspection/coverer';
import { boxOverFace } from '../../utils/inspection/face-cover';
import { createInspector, workerModule } from '../../utils/inspection/inspector';
import { freshSeed } from '../../utils/inspection/noise';
import type { Asks } from '../../utils/settings/schema';
import { loadSettings } from '../../utils/settings/storage';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/ui/dialog.css';
import '../../components/share-card/share-card.css';
import '../../components/share-card/notice.css';
import '../../components/share-card/guard-view.css';
import '../../components/editor/editor.css';
import '../../components/help/help.css';
import '../../components/ui/forced-colors.css';

const choices: Readonly<Record<CardChoice, readonly [Verdict['choice'], Advice?]>> = {
  'send-clean': ['clean'],
  'send-original': ['original'],
  'not-now': ['nothing'],
  'one-person': ['nothing', 'one-person'],
  'use-screenshot': ['nothing', 'screenshot'],
};

/** Begun with the first picture; one for all shares of this frame. */
const inspector = createInspector(() => new Worker(`/${workerModule}`, { type: 'module' }));

const coverer = createCoverer(() => new Worker(`/${coverModule}`, { type: 'module' }), inspector);

const editor: GuardEditor = {
  open: coverer.open,
  coverFaces: coverer.coverFaces,
  tools: { drawCovers, boxOverFace, freshSeed },
};

function sightOf(seen: Seen): Sight {
  switch (seen.state) {
    case 'looking':
    case 'looked':
      return { ...seen, faces: seen.faces.length };
    default:
      return seen;
  }
}

/** Pictures of pixels; whether this one can be, is seen when it is opened. */
function isEditable({ type }: File): boolean {
  return type.startsWith('image/') && !type.startsWith('image/svg');
}

function cardFile(file: PreparedFile, id: number): CardFile {
  const { name, type, outcome, seen, reason, removed, sent, copy } = file;
  return {
    id,
    name,
    outcome,
    sight: sightOf(seen),
    removed,
    preview: copy ?? (sent instanceof File ? sent : null),
    editable: sent instanceof File && isEditable(sent) ? sent : null,
    moves: /^(?:video|audio)\//.test(type),
    edited: copy !== undefined,
    faces: 'faces' in seen ? seen.faces : [],
    ...(reason ? { reason } : {}),
  };
}

/** As the settings said when the last share was asked about. */
let coverFaces = true;

async function asks(): Promise<Asks> {
  const settings = await loadSettings();
  coverFaces = settings.coverFaces;
  return settings.asks;
}

function screenOf({ view }: Session): GuardScreen {
  return view.kind === 'ask' ? { ...view, files: view.files.map(cardFile), coverFaces } : view;
}

/** Held, or the browser would collect them and end them. */
const lifelines = new Set<Runtime.Port>();

/** Other tabs have frames and life lines too: only the one of that name is ours, and after it we listen no more. */
function expectLifeline(name: string): void {
  const { onConnect } = browser.runtime;
  const take = (port: Runtime.Port) => {
    if (port.name !== name) return;
    lifelines.add(port);
    onConnect.removeListener(take);
  };
  onConnect.addListener(take);
}

async function enter(port: MessagePort): Promise<void> {
  const session = startSession(port, { inspector, asks });
  const screen = () => screenOf(session);
  await mountPage(
    <GuardView
      screen={screen}
      watch={session.watch}
      onChoice={(choice) => session.choose(...choices[choice])}
      onRetry={session.retry}
      onPause={session.pause}
      editor={editor}
      onCopy={session.replace}
    />,
  );
}

openDoor(
  window,
  {
    redeem: async (token) => parseGrant(await browser.runtime.sendMessage({ type: 'redeem', token })),
    expectLifeline,
  },
  (port) => {
    enter(port).catch((error: unknown) => reportError(error));
  },
);
