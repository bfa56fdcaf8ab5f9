import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CoverPlan, Lens } from '../../utils/inspection/cover-plan';
import type { WhyNotCovered } from '../../utils/inspection/covered-copy';
import type { CoverStep, PictureInHand } from '../../utils/inspection/coverer';
import type { Region } from '../../utils/inspection/picture';
import { HelpPanel } from '../help/help-panel';
import { Icon } from '../ui/icon';
import { useEscape, useFirstFocus, useFocusInside } from '../ui/keep-focus';
import { useSpeech } from '../ui/language';
import { Mark } from '../ui/mark';
import { Editor } from './editor';

/** What the editor does to pictures, from the rooms that can. */
export interface CoverTools {
  readonly drawCovers: (context: CanvasRenderingContext2D, plan: CoverPlan, lens: Lens) => void;
  readonly boxOverFace: (face: Region, width: number, height: number) => Region;
  readonly freshSeed: () => Uint32Array;
}

export interface EditorRoomProps {
  /** Opens the picture; called once. */
  readonly open: () => Promise<PictureInHand | WhyNotCovered>;
  /** As they were found, in pixels of the picture. */
  readonly faces: readonly Region[];
  readonly tools: CoverTools;
  /** The copy is sent, or takes its place in a list; there is no help beside a list. */
  readonly purpose: 'send' | 'keep';
  /** Said while the person edits, in place of the hint that faces may have been missed. */
  readonly note?: string;
  /** Given where other pictures go with it: back to them, with the copy in place; null when nothing was changed. */
  readonly onKeep?: (copy: File | null) => void;
  /** With the copy; null when nothing was changed. */
  readonly onDone: (copy: File | null) => void;
  readonly onBack: () => void;
  /** Quick exit of the help: not only the editor goes. */
  readonly onExit?: () => void;
}

/** The editor as a dialog: opens the picture, has it edited, and has the copy made. */
export function EditorRoom(props: EditorRoomProps) {
  const { open, faces, tools, purpose, note, onKeep, onDone, onBack, onExit = onBack } = props;
  const { words } = useSpeech();
  const { editor } = words;
  const root = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [helping, setHelping] = useState(false);
  const [step, setStep] = useState<CoverStep | null>(null);
  const { picture, why, setWhy } = useOpen(open);
  const seed = useMemo(tools.freshSeed, [tools]);
  const boxes = useMemo(
    () => (picture ? faces.map((face) => tools.boxOverFace(face, picture.width, picture.height)) : []),
    [picture, faces, tools],
  );
  /** Whether the editor is still there when the copy is made. */
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );

  useFocusInside(root);
  useFirstFocus(heading, !helping);
  // In the help it is the help's.
  useEscape(() => {
    if (!helping) onBack();
  });

  async function make(plan: CoverPlan | null, use: (copy: File | null) => void): Promise<void> {
    if (!plan) return use(null);
    if (!picture) return;
    setStep('covering');
    const copy = await picture.cover(plan, setStep);
    if (!isHere.current) return;
    setStep(null);
    if (typeof copy === 'string') setWhy(copy);
    else use(copy);
  }
  const making = (use: (copy: File | null) => void) => (plan: CoverPlan | null) => {
    make(plan, use).catch((error: unknown) => {
      reportError(error);
      setStep(null);
      setWhy('died');
    });
  };

  return (
    <section
      ref={root}
      class={helping ? 'card card--help' : 'card editor'}
      role="dialog"
      aria-modal="true"
      aria-labelledby={helping ? undefined : 'lead'}
      aria-label={helping ? words.help : undefined}
      data-level="edit"
    >
      {helping && (
        <div class="card__help">
          <HelpPanel escapes onBack={() => setHelping(false)} onExit={onExit} />
        </div>
      )}
      <div class="editor__room" hidden={helping}>
        <header class="card__head">
          <Mark />
          <h1 id="lead" tabIndex={-1} ref={heading}>
            {editor.title}
          </h1>
          {purpose === 'send' && (
            <button
              type="button"
              class="btn btn--bare btn--small"
              data-action="help"
              onClick={() => setHelping(true)}
            >
              <Icon name="circle-question-mark" />
              {words.help}
            </button>
          )}
        </header>
        {picture && !why ? (
          <Editor
            picture={picture}
            faces={boxes}
            drawCovers={tools.drawCovers}
            seed={seed}
            purpose={purpose}
            step={step}
            {...(note === undefined ? {} : { note })}
            {...(onKeep ? { onKeep: making(onKeep) } : {})}
            onDone={making(onDone)}
            onBack={onBack}
          />
        ) : (
          <Closed why={why} onBack={onBack} />
        )}
      </div>
    </section>
  );
}

/** Before the picture is open, and when it cannot be. */
function Closed({ why, onBack }: { readonly why: WhyNotCovered | null; readonly onBack: () => void }) {
  const { words } = useSpeech();
  const { editor } = words;
  return (
    <>
      <div class="editor__closed">
        <p role="status" class={why ? 'note note--honey' : 'note'} data-why={why ?? undefined}>
          <Icon name={why ? 'info' : 'image'} />
          <span>{why ? editor.why[why] : editor.opening}</span>
        </p>
      </div>
      <div class="editor__foot">
        <button type="button" class={why ? 'btn btn--main' : 'btn'} data-action="back" onClick={onBack}>
          {words.back}
        </button>
      </div>
    </>
  );
}

/** Opens the picture, and closes it when the editor goes. */
function useOpen(open: () => Promise<PictureInHand | WhyNotCovered>) {
  const [picture, setPicture] = useState<PictureInHand | null>(null);
  const [why, setWhy] = useState<WhyNotCovered | null>(null);
  // Once: the picture that the editor was opened for.
  useEffect(() => {
    let isHere = true;
    let opened: PictureInHand | null = null;
    open().then(
      (made) => {
        if (typeof made === 'string') {
          if (isHere) setWhy(made);
          return;
        }
        opened = made;
        if (isHere) setPicture(made);
        else made.close();
      },
      (error: unknown) => {
        reportError(error);
        if (isHere) setWhy('died');
      },
    );
    return () => {
      isHere = false;
      opened?.close();
    };
  }, []);
  return { picture, why, setWhy };
}
