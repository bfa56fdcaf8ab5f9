/** Where a workshop is in its round, as a pure function of state and action. It lives in memory only. */

/** What is tried in five minutes, in this order. */
export const steps = ['person', 'group', 'document', 'cover', 'threat'] as const;

export type Step = (typeof steps)[number];

export interface RoundState {
  /** Position of the current step, from 0; as many as there are steps: the round is over. */
  readonly at: number;
  readonly done: ReadonlySet<Step>;
}

/** `did`: a step was tried, in whatever order; nothing moves on by itself. */
export type RoundAction =
  | { readonly type: 'did'; readonly step: Step }
  | { readonly type: 'next' | 'back' | 'restart' };

export const roundStart: RoundState = { at: 0, done: new Set() };

/** The current step; null when the round is over. */
export function stepAt({ at }: RoundState): Step | null {
  return steps[at] ?? null;
}

export function roundAfter(state: RoundState, action: RoundAction): RoundState {
  const { at, done } = state;
  switch (action.type) {
    case 'did':
      return done.has(action.step) ? state : { at, done: new Set([...done, action.step]) };
    case 'next':
      return { at: Math.min(at + 1, steps.length), done };
    case 'back':
      return { at: Math.max(at - 1, 0), done };
    case 'restart':
      return roundStart;
  }
}
