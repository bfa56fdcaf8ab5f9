import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { type Arrival, ArrivedFile, type Inspect, type SharedAs } from './arrival';

/** The chats to practise with: one person, the group of a school class, a channel that anyone may follow. */
export const chats = ['person', 'group', 'channel'] as const;

export type Chat = (typeof chats)[number];

export const groupMembers = 43;

export const chatIcons: Readonly<Record<Chat, IconName>> = {
  person: 'user-round',
  group: 'users-round',
  channel: 'megaphone',
};

/** A line that was written, or what became of a share. */
export type Entry =
  | (Arrival & { readonly kind: 'file' })
  | { readonly kind: 'said'; readonly key: number; readonly text: string }
  | { readonly kind: 'cancelled'; readonly key: number };

export interface ConversationProps {
  readonly chat: Chat;
  readonly entries: readonly Entry[];
  readonly safi: boolean;
  readonly inspect: Inspect;
}

/** Who is in it, and what has arrived. */
export function Conversation({ chat, entries, safi, inspect }: ConversationProps) {
  const { practice } = useSpeech().words;
  const flow = useRef<HTMLElement>(null);
  // The newest is in sight.
  useEffect(() => {
    if (entries.length > 0) flow.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [entries]);
  return (
    <>
      <header class="talk__head">
        <span class={chat === 'group' ? 'face face--g' : 'face'}>
          <Icon name={chatIcons[chat]} />
        </span>
        <div>
          <h2>{practice[chat]}</h2>
          <p class="muted small">{useChatHint(chat)}</p>
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and nothing in it takes the focus */}
      <section ref={flow} class="talk__flow" aria-label={practice.arrived} aria-live="polite" tabIndex={0}>
        {!safi && (
          <p class="note note--honey" data-practice-off>
            <Icon name="info" />
            <span>{practice.off}</span>
          </p>
        )}
        {entries.length === 0 && <p class="muted">{practice.nothingYet}</p>}
        {entries.map((entry) => {
          if (entry.kind === 'file') return <ArrivedFile key={entry.key} arrival={entry} inspect={inspect} />;
          if (entry.kind === 'said') {
            return (
              <p key={entry.key} class="said" data-said>
                <bdi>{entry.text}</bdi>
              </p>
            );
          }
          return (
            <p key={entry.key} class="muted talk__line" data-cancelled>
              {practice.cancelled}
            </p>
          );
        })}
      </section>
    </>
  );
}

/** How many would get it, in words. */
export function useChatHint(chat: Chat): string {
  const { words, count } = useSpeech();
  const { practice, card } = words;
  if (chat === 'group') return practice.groupHint.replace('{people}', count(card.people, groupMembers));
  return chat === 'person' ? practice.personHint : practice.channelHint;
}

export interface ComposerProps {
  readonly onAttach: (as: SharedAs) => void;
  readonly onSay: (text: string) => void;
}

/** As in chats: Enter sends what is written. */
export function Composer({ onAttach, onSay }: ComposerProps) {
  const { practice } = useSpeech().words;
  const [text, setText] = useState('');
  const say = () => {
    if (text.trim() !== '') onSay(text.trim());
    setText('');
  };
  return (
    <footer class="write">
      <button
        type="button"
        class="btn btn--bare btn--icon"
        data-practice-attach
        aria-label={practice.attach}
        title={practice.attach}
        onClick={() => onAttach('picture')}
      >
        <Icon name="paperclip" />
      </button>
      <button
        type="button"
        class="btn btn--bare btn--icon"
        data-practice-attach-document
        aria-label={practice.attachDocument}
        title={practice.attachDocument}
        onClick={() => onAttach('document')}
      >
        <Icon name="file" />
      </button>
      <input
        type="text"
        dir="auto"
        data-practice-write
        aria-label={practice.write}
        placeholder={practice.write}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          // On the key itself, as chats do: an Enter that Safi let wait runs no default action.
          if (event.key === 'Enter' && !event.isComposing) say();
        }}
      />
      <button
        type="button"
        class="btn btn--main btn--icon"
        data-practice-say
        aria-label={practice.send}
        title={practice.send}
        onClick={say}
      >
        <Icon name="send-horizontal" />
      </button>
    </footer>
  );
}
