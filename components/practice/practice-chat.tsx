import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { HeldShare } from '../../utils/interception/held-share';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import type { Inspect, SharedAs } from './arrival';
import {
  type Chat,
  Composer,
  Conversation,
  chatIcons,
  chats,
  type Entry,
  groupMembers,
  useChatHint,
} from './conversation';
import type { PictureName } from './drawings';
import { HelpRoom } from './help-room';
import { useFilesFromOutside } from './outside-files';
import type { PracticePicture } from './practice-pictures';
import { Round } from './round';
import { type RoundAction, roundAfter, roundStart, type Step, stepAt } from './round-state';
import { looksSame } from './same-look';
import { TopBar } from './top-bar';
import { Tray } from './tray';

/** The real guard of this page; it may be taken away, to see what is sent without it. */
export interface PracticeGuard {
  /** Shares from the tray go the same way as those from a picker; without the guard, straight on. */
  hold(share: HeldShare): void;
  switch(on: boolean): void;
}

export interface PracticeChatProps {
  readonly guard: PracticeGuard;
  readonly makePictures: () => Promise<readonly PracticePicture[]>;
  readonly inspect: Inspect;
  /** Opens the help beside the page; null where the browser has no such place. */
  readonly beside: (() => Promise<void>) | null;
}

type Entries = Readonly<Record<Chat, readonly Entry[]>>;

const nothing: Entries = { person: [], group: [], channel: [] };

/** What lies ready at each step of the round. */
const scenes: Readonly<Partial<Record<Step, { readonly chat: Chat; readonly picture: PictureName }>>> = {
  person: { chat: 'person', picture: 'river' },
  group: { chat: 'group', picture: 'river' },
  document: { chat: 'person', picture: 'river' },
  cover: { chat: 'group', picture: 'face' },
};

/** A plain chat to try Safi in: what is shared goes through the real guard, and what arrives is shown. */
export function PracticeChat({ guard, makePictures, inspect, beside }: PracticeChatProps) {
  const { practice } = useSpeech().words;
  const [chat, setChat] = useState<Chat>('person');
  const [entries, setEntries] = useState<Entries>(nothing);
  const [round, moveRound] = useReducer(roundAfter, roundStart);
  const [safi, setSafi] = useState(true);
  const [big, setBig] = useState(false);
  const [room, setRoom] = useState<'first' | 'lessons' | null>(null);
  const [selected, setSelected] = useState<PictureName>('river');
  const [pictures, setPictures] = useState<readonly PracticePicture[] | null>(null);
  const [failed, setFailed] = useState(false);
  const keys = useRef(0);

  useEffect(() => {
    makePictures().then(setPictures, (error: unknown) => {
      setFailed(true);
      reportError(error);
    });
  }, [makePictures]);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-big', big);
  }, [big]);

  const did = (step: Step) => moveRound({ type: 'did', step });
  const move = (type: Exclude<RoundAction['type'], 'did'>) => {
    moveRound({ type });
    const step = stepAt(roundAfter(round, { type }));
    const ready = step && scenes[step];
    if (!ready) return;
    setChat(ready.chat);
    setSelected(ready.picture);
  };
  const add = (to: Chat, ...more: readonly Entry[]) =>
    setEntries((before) => ({ ...before, [to]: [...before[to], ...more] }));
  /**
   * What the page gets of a share to the chat that is open now; null: nothing.
   * @param original the picture of the tray that it was
   */
  const receive = (files: readonly File[] | null, as: SharedAs = 'picture', original?: File) => {
    const key = () => ++keys.current;
    if (!files) return add(chat, { kind: 'cancelled', key: key() });
    add(chat, ...files.map((file): Entry => ({ kind: 'file', key: key(), file, safi, as })));
    if (as === 'document') did('document');
    else if (safi && chat !== 'channel') did(chat);
    const [first] = files;
    if (!original || !first) return;
    looksSame(original, first)
      .then((isSame) => isSame || did('cover'))
      .catch(reportError);
  };
  /** As chat sites do it: a fresh input for every pick, thrown away after it. */
  const attach = (as: SharedAs) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.hidden = true;
    const end = (files: readonly File[] | null) => {
      input.remove();
      receive(files, as);
    };
    input.onchange = () => end([...(input.files ?? [])]);
    input.oncancel = () => end(null);
    document.body.append(input);
    input.click();
  };
  const share = (name: string, as: SharedAs = 'picture') => {
    const picture = pictures?.find((candidate) => candidate.name === name)?.file;
    if (!picture) return;
    guard.hold({
      files: [picture],
      route: 'practice',
      targetStands: () => true,
      release: (files) => receive(files, as, picture),
    });
  };
  const startOver = () => {
    setEntries(nothing);
    move('restart');
    turn(true);
  };
  const turn = (on: boolean) => {
    if (on !== safi) guard.switch(on);
    setSafi(on);
  };
  /** Never in a tab, which the browser's history would keep. */
  const help = () => {
    if (!beside) return setRoom('first');
    beside().catch((error: unknown) => {
      reportError(error);
      setRoom('first');
    });
  };
  const over = useFilesFromOutside(receive, share);

  const members = chat === 'group' ? { 'data-members': groupMembers } : {};
  return (
    <div class="chatapp">
      <TopBar
        safi={safi}
        onSafi={turn}
        big={big}
        onBig={() => setBig(!big)}
        onLessons={() => setRoom('lessons')}
        onStartOver={startOver}
      />
      <div class="chats">
        <nav aria-label={practice.chats}>
          {chats.map((to) => (
            <ChatRow key={to} chat={to} open={to === chat} onOpen={() => setChat(to)} />
          ))}
        </nav>
        <Round
          state={round}
          onMove={move}
          onHelp={() => {
            did('threat');
            help();
          }}
        />
      </div>
      <main
        class={over ? 'talk talk--over' : 'talk'}
        id={`chat-${chat}`}
        data-practice-chat={chat}
        data-name={practice[chat]}
        {...members}
      >
        <Conversation chat={chat} entries={entries[chat]} safi={safi} inspect={inspect} />
        <Tray
          pictures={pictures}
          failed={failed}
          selected={selected}
          onSelect={setSelected}
          onShare={(as) => share(selected, as)}
        />
        <Composer
          onAttach={attach}
          onSay={(text) => add(chat, { kind: 'said', key: ++keys.current, text })}
        />
      </main>
      {room && <HelpRoom start={room} onClose={() => setRoom(null)} />}
    </div>
  );
}

interface ChatRowProps {
  readonly chat: Chat;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function ChatRow({ chat, open, onOpen }: ChatRowProps) {
  const { practice } = useSpeech().words;
  return (
    <button
      type="button"
      class="row"
      data-practice-to={chat}
      aria-current={open ? 'true' : undefined}
      onClick={onOpen}
    >
      <span class={chat === 'group' ? 'face face--g' : 'face'}>
        <Icon name={chatIcons[chat]} />
      </span>
      <span class="row__words">
        <strong>{practice[chat]}</strong>
        <small>{useChatHint(chat)}</small>
      </span>
    </button>
  );
}
