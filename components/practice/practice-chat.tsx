import { useEffect, useRef, useState } from 'preact/hooks';
import type { HeldShare } from '../../utils/interception/held-share';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { Mark } from '../ui/mark';

/** The chats to practise with: one person, and a group of a school class. */
type Chat = 'person' | 'group';

const groupMembers = 43;

interface Arrival {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly address: string;
}

export interface PracticeChatProps {
  /** The picture drawn for practice. */
  readonly picture: File;
  /** The guard's own hold: shares from the tray go the same way as those from a picker. */
  readonly hold: (share: HeldShare) => void;
}

/** A plain chat to try Safi in: what is attached goes through the real guard, and what arrives is shown. */
export function PracticeChat({ picture, hold }: PracticeChatProps) {
  const { words, count } = useSpeech();
  const { practice, card } = words;
  const [chat, setChat] = useState<Chat>('group');
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([]);
  const [cancelled, setCancelled] = useState(false);
  const [address, setAddress] = useState('');
  const keys = useRef(0);
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);

  const receive = (files: readonly File[] | null) => {
    setCancelled(files === null);
    const arrived = (files ?? []).map((file) => ({
      key: ++keys.current,
      name: file.name,
      size: file.size,
      address: URL.createObjectURL(file),
    }));
    setArrivals((before) => [...before, ...arrived]);
  };
  const open = (next: Chat) => {
    for (const arrival of arrivals) URL.revokeObjectURL(arrival.address);
    setArrivals([]);
    setCancelled(false);
    setChat(next);
  };
  /** As chat sites do it: a fresh input for every pick, thrown away after it. */
  const attach = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.hidden = true;
    const done = (files: readonly File[] | null) => {
      input.remove();
      receive(files);
    };
    input.onchange = () => done([...(input.files ?? [])]);
    input.oncancel = () => done(null);
    document.body.append(input);
    input.click();
  };
  const share = () =>
    hold({ files: [picture], route: 'practice', targetStands: () => true, release: receive });

  const people = count(card.people, groupMembers);
  const names: Readonly<Record<Chat, string>> = { person: practice.person, group: practice.group };
  const hints: Readonly<Record<Chat, string>> = { person: practice.personHint, group: people };
  const members = chat === 'group' ? { 'data-members': groupMembers } : {};
  return (
    <div class="chatapp">
      <header class="chatapp__top">
        <h1>
          <Mark />
          {practice.title}
        </h1>
        <p class="muted small">{practice.intro}</p>
      </header>
      <nav class="chats" aria-label={practice.chats}>
        {(['person', 'group'] as const).map((to) => (
          <button
            key={to}
            type="button"
            class="row"
            data-practice-to={to}
            aria-current={to === chat ? 'true' : undefined}
            onClick={() => open(to)}
          >
            <span class={to === 'group' ? 'face face--g' : 'face'}>
              <Icon name={to === 'group' ? 'users-round' : 'user-round'} />
            </span>
            <span class="row__words">
              <strong>{names[to]}</strong>
              <small>{hints[to]}</small>
            </span>
          </button>
        ))}
      </nav>
      <main class="talk" id={`chat-${chat}`} data-practice-chat={chat} data-name={names[chat]} {...members}>
        <header class="talk__head">
          <div>
            <h2>{names[chat]}</h2>
            <p class="muted small">{hints[chat]}</p>
          </div>
        </header>
        <section class="talk__flow" aria-label={practice.arrived} aria-live="polite">
          {arrivals.length === 0 && (
            <p class="muted">{cancelled ? practice.cancelled : practice.nothingYet}</p>
          )}
          {arrivals.map((arrival) => (
            <ArrivedFile key={arrival.key} arrival={arrival} />
          ))}
        </section>
        <section class="tray" aria-label={practice.tray}>
          {address && <img class="tray__picture" src={address} alt={practice.tray} />}
          <div class="tray__words">
            <strong>{practice.tray}</strong>
            <p class="muted small">{practice.trayHint}</p>
          </div>
          <button type="button" class="btn btn--main" data-practice-share onClick={share}>
            <Icon name="send-horizontal" />
            {practice.share}
          </button>
          <a class="btn" href={address} download={picture.name} data-practice-save>
            <Icon name="download" />
            {practice.save}
          </a>
        </section>
        <footer class="write">
          <button type="button" class="btn" data-practice-attach onClick={attach}>
            <Icon name="paperclip" />
            {practice.attach}
          </button>
        </footer>
      </main>
    </div>
  );
}

function ArrivedFile({ arrival }: { readonly arrival: Arrival }) {
  const { words, number } = useSpeech();
  const [drawable, setDrawable] = useState(true);
  const { name, size, address } = arrival;
  return (
    <article class="msg" data-arrived>
      <div class="msg__pic">
        {drawable ? <img src={address} alt="" onError={() => setDrawable(false)} /> : <Icon name="file" />}
      </div>
      <div class="msg__in">
        <bdi class="file-name">{name}</bdi>
        <small class="muted">{words.practice.size.replace('{n}', number(Math.max(1, size / 1024)))}</small>
      </div>
    </article>
  );
}
