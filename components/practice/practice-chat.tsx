import { useEffect, useRef, useState } from 'preact/hooks';
import type { HeldShare } from '../../utils/interception/held-share';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { Mark } from '../ui/mark';
import type { Inspect } from './arrival';
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
import type { PracticePicture } from './practice-pictures';
import { Round, type Step } from './round';
import { Tray, trayType } from './tray';

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
  readonly onHelp: () => void;
}

type Entries = Readonly<Record<Chat, readonly Entry[]>>;

const nothing: Entries = { person: [], group: [], channel: [] };

/** A plain chat to try Safi in: what is shared goes through the real guard, and what arrives is shown. */
export function PracticeChat({ guard, makePictures, inspect, onHelp }: PracticeChatProps) {
  const { practice } = useSpeech().words;
  const [chat, setChat] = useState<Chat>('group');
  const [entries, setEntries] = useState<Entries>(nothing);
  const [done, setDone] = useState<ReadonlySet<Step>>(new Set());
  const [safi, setSafi] = useState(true);
  const [big, setBig] = useState(false);
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

  const finish = (step: Step) => setDone((before) => new Set([...before, step]));
  const add = (to: Chat, ...more: readonly Entry[]) =>
    setEntries((before) => ({ ...before, [to]: [...before[to], ...more] }));
  /** What the page gets of a share to the chat that is open now; null: nothing. */
  const receive = (files: readonly File[] | null) => {
    const key = () => ++keys.current;
    if (!files) return add(chat, { kind: 'cancelled', key: key() });
    add(chat, ...files.map((file): Entry => ({ kind: 'file', key: key(), file, safi })));
    finish(safi ? chat : 'without');
  };
  /** As chat sites do it: a fresh input for every pick, thrown away after it. */
  const attach = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.hidden = true;
    const end = (files: readonly File[] | null) => {
      input.remove();
      receive(files);
    };
    input.onchange = () => end([...(input.files ?? [])]);
    input.oncancel = () => end(null);
    document.body.append(input);
    input.click();
  };
  const share = (name: string) => {
    const picture = pictures?.find((candidate) => candidate.name === name);
    if (!picture) return;
    guard.hold({ files: [picture.file], route: 'practice', targetStands: () => true, release: receive });
  };
  const startOver = () => {
    setEntries(nothing);
    setDone(new Set());
    setChat('group');
    turn(true);
  };
  const turn = (on: boolean) => {
    if (on !== safi) guard.switch(on);
    setSafi(on);
  };
  const over = useFilesFromOutside(receive, share);

  const members = chat === 'group' ? { 'data-members': groupMembers } : {};
  return (
    <div class="chatapp">
      <header class="chatapp__top">
        <h1>
          <Mark />
          {practice.title}
        </h1>
        <label class="switch">
          <span>{practice.safi}</span>
          <input
            type="checkbox"
            role="switch"
            aria-checked={safi}
            data-practice-safi
            checked={safi}
            onChange={({ currentTarget }) => turn(currentTarget.checked)}
          />
        </label>
        <button
          type="button"
          class="btn btn--small"
          data-practice-big
          aria-pressed={big}
          onClick={() => setBig(!big)}
        >
          <Icon name="presentation" />
          {practice.bigScreen}
        </button>
        <button type="button" class="btn btn--small" data-practice-start-over onClick={startOver}>
          <Icon name="rotate-ccw" />
          {practice.startOver}
        </button>
      </header>
      <div class="chats">
        <nav aria-label={practice.chats}>
          {chats.map((to) => (
            <ChatRow key={to} chat={to} open={to === chat} onOpen={() => setChat(to)} />
          ))}
        </nav>
        <Round
          done={done}
          onHelp={() => {
            finish('threat');
            onHelp();
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
          onShare={() => share(selected)}
        />
        <Composer
          onAttach={attach}
          onSay={(text) => add(chat, { kind: 'said', key: ++keys.current, text })}
        />
      </main>
    </div>
  );
}

/**
 * Drops and pastes anywhere on the page, as chats take them.
 * @param onPicture gets the name of a picture of the tray
 * @returns whether something that can be dropped is over the page
 */
function useFilesFromOutside(
  onFiles: (files: readonly File[]) => void,
  onPicture: (name: string) => void,
): boolean {
  const [over, setOver] = useState(false);
  const handlers = useRef({ onFiles, onPicture });
  handlers.current = { onFiles, onPicture };
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    const takes = ({ dataTransfer }: DragEvent) =>
      dataTransfer?.types.some((type) => type === 'Files' || type === trayType) === true;
    const on = <Type extends keyof WindowEventMap>(
      type: Type,
      heard: (event: WindowEventMap[Type]) => void,
    ) => window.addEventListener(type, heard, { signal });
    on('dragenter', (event) => setOver(takes(event)));
    on('dragover', (event) => {
      if (takes(event)) event.preventDefault();
    });
    on('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) setOver(false);
    });
    on('dragend', () => setOver(false));
    on('drop', (event) => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) handlers.current.onFiles(files);
      else handlers.current.onPicture(event.dataTransfer?.getData(trayType) ?? '');
    });
    on('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      handlers.current.onFiles(files);
    });
    return () => life.abort();
  }, []);
  return over;
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
