import { useLayoutEffect, useState } from 'preact/hooks';
import type { Changed } from '../../utils/channel/guard-channel';
import type { WhyNotCovered } from '../../utils/inspection/covered-copy';
import type { PictureInHand } from '../../utils/inspection/coverer';
import type { Box } from '../../utils/inspection/inspection';
import type { Audience } from '../../utils/sites/audience';
import { type CoverTools, EditorRoom } from '../editor/editor-room';
import type { CardChoice, CardFile } from './card-file';
import { ChangedCard } from './changed-card';
import { ForwardCard } from './forward-card';
import { type Lead, leadOf } from './lead';
import { Notice, type NoticeLine } from './notice';
import { ShareCard } from './share-card';

/** What the guard frame shows at a moment. `shownAt` is null until it is on screen. */
export type GuardScreen =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'notice'; readonly audience: Audience; readonly says: NoticeLine }
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly audience: Audience;
      readonly files: readonly CardFile[];
      /** Whether faces are covered in the copy unless the person says otherwise. */
      readonly coverFaces: boolean;
      /** The site can send it to this audience so that it is seen once. */
      readonly viewOnce: boolean;
      /** Whether nothing more is asked about this chat for a while; null when that cannot be chosen. */
      readonly pause: boolean | null;
      readonly shownAt: number | null;
    }
  | {
      readonly kind: 'forward';
      readonly id: number;
      readonly to: readonly Audience[];
      readonly shownAt: number | null;
    }
  | {
      readonly kind: 'changed';
      readonly what: Changed;
      readonly id: number;
      readonly shownAt: number | null;
    };

/** How the guard frame has pictures covered. */
export interface GuardEditor {
  readonly open: (picture: File) => Promise<PictureInHand | WhyNotCovered>;
  readonly tools: CoverTools;
  /** The same picture with these faces covered. */
  readonly coverFaces: (picture: File, faces: readonly Box[]) => Promise<File | WhyNotCovered>;
}

export interface GuardViewProps {
  /** Reads what is to be shown now. */
  readonly screen: () => GuardScreen;
  /** Calls back after every change. */
  readonly watch: (changed: () => void) => void;
  readonly onChoice: (choice: CardChoice) => void;
  readonly onRetry: () => void;
  readonly onPause: (on: boolean) => void;
  readonly editor: GuardEditor;
  /** How the card of a share begins; without it as shares follow one another. */
  readonly leadFor?: (share: number) => Lead;
  /** What the person made of a picture, by the share and its position in it; null takes it back. */
  readonly onCopy: (share: number, index: number, copy: File | null) => void;
}

/** The guard frame: nothing, a notice, or a card over everything. */
export function GuardView(props: GuardViewProps) {
  const { screen, watch, onChoice, onRetry, onPause, editor, onCopy, leadFor = leadOf } = props;
  const [current, setCurrent] = useState(screen);
  /** The picture that is being edited, and of which share. */
  const [editing, setEditing] = useState<{ readonly share: number; readonly file: number } | null>(null);
  /** What the person made of the tick that covers faces, and in which share. */
  const [tick, setTick] = useState<{ readonly share: number; readonly covers: boolean } | null>(null);
  // At once: in a frame that is not shown yet, later effects wait for a paint that does not come.
  useLayoutEffect(() => {
    const follow = () => setCurrent(screen());
    watch(follow);
    follow();
  }, [screen, watch]);
  /** One after the other: each takes memory while it is in hand. */
  async function coverEach(
    share: number,
    files: readonly CardFile[],
    ids: readonly number[],
  ): Promise<boolean> {
    for (const { id, editable, faces } of files) {
      if (!ids.includes(id) || !editable) continue;
      const copy = await editor.coverFaces(editable, faces);
      if (typeof copy === 'string') return false;
      onCopy(share, id, copy);
    }
    return true;
  }

  switch (current.kind) {
    case 'nothing':
      return null;
    case 'notice':
      return <Notice audience={current.audience} says={current.says} />;
    case 'changed':
      return (
        <main class="veil">
          <ChangedCard
            key={current.id}
            what={current.what}
            shownAt={current.shownAt}
            onClose={() => onChoice('not-now')}
          />
        </main>
      );
    case 'forward':
      return (
        <main class="veil">
          <ForwardCard
            key={current.id}
            to={current.to}
            lead={leadFor(current.id)}
            shownAt={current.shownAt}
            onChoice={onChoice}
          />
        </main>
      );
    case 'ask': {
      const { id, audience, files, coverFaces, viewOnce, pause, shownAt } = current;
      const edited = editing?.share === id ? files.find((file) => file.id === editing.file) : undefined;
      const picture = edited?.editable;
      if (edited && picture) {
        const back = () => setEditing(null);
        const keep = (copy: File | null) => {
          onCopy(id, edited.id, copy);
          back();
        };
        return (
          <main class="veil">
            <EditorRoom
              key={edited.id}
              open={() => editor.open(picture)}
              faces={edited.faces}
              tools={editor.tools}
              purpose="send"
              {...(files.length > 1 ? { onKeep: keep } : {})}
              onDone={(copy) => {
                keep(copy);
                onChoice('send-clean');
              }}
              onBack={back}
              onExit={() => {
                back();
                onChoice('not-now');
              }}
            />
          </main>
        );
      }
      const mayHelp = files.some(({ reason }) => reason === 'unreadable');
      return (
        <main class="veil">
          <ShareCard
            key={id}
            audience={audience}
            files={files}
            shownAt={shownAt}
            onChoice={onChoice}
            onEdit={(file) => setEditing({ share: id, file })}
            lead={leadFor(id)}
            covers={tick?.share === id ? tick.covers : coverFaces}
            setCovers={(covers) => setTick({ share: id, covers })}
            viewOnce={viewOnce}
            pause={pause}
            onPause={onPause}
            onCover={(ids) => coverEach(id, files, ids)}
            {...(mayHelp ? { onRetry } : {})}
          />
        </main>
      );
    }
  }
}
