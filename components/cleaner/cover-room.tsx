import { useEffect, useState } from 'preact/hooks';
import type { WhyNotCovered } from '../../utils/inspection/covered-copy';
import type { PictureInHand } from '../../utils/inspection/coverer';
import type { Inspection } from '../../utils/inspection/inspection';
import { type CoverTools, EditorRoom } from '../editor/editor-room';
import { useSpeech } from '../ui/language';

/** How this page has pictures covered. */
export interface CleanerEditor {
  readonly open: (picture: File) => Promise<PictureInHand | WhyNotCovered>;
  readonly tools: CoverTools;
  /** Looks for faces, on this computer only; rejects once it is withdrawn. */
  readonly look: (picture: File, withdrawn: AbortSignal) => Promise<Inspection>;
}

interface CoverRoomProps {
  /** The clean picture, whole. */
  readonly picture: File;
  readonly editor: CleanerEditor;
  /** With the copy that takes its place; null when it goes whole. */
  readonly onDone: (copy: File | null) => void;
  readonly onBack: () => void;
}

/** The editor over the list. Faces are looked for once it is open, not before: most files need none of it. */
export function CoverRoom({ picture, editor, onDone, onBack }: CoverRoomProps) {
  const { cleaner, card } = useSpeech().words;
  const seen = useLook(picture, editor.look);
  const note = !seen ? card.sight.looking : seen.why ? card.sight.unseen[seen.why] : cleaner.covering.missed;
  return (
    <div class="veil">
      <EditorRoom
        open={() => editor.open(picture)}
        faces={seen?.faces ?? noFaces}
        tools={editor.tools}
        purpose="keep"
        note={note}
        onDone={onDone}
        onBack={onBack}
      />
    </div>
  );
}

const noFaces: Inspection['faces'] = [];

/** What is seen in a picture; null while it is looked at. */
function useLook(picture: File, look: CleanerEditor['look']): Inspection | null {
  const [seen, setSeen] = useState<Inspection | null>(null);
  useEffect(() => {
    const life = new AbortController();
    look(picture, life.signal).then(setSeen, (error: unknown) => {
      if (!life.signal.aborted) reportError(error);
    });
    return () => life.abort();
  }, [picture, look]);
  return seen;
}
