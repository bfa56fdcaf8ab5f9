import type { Words } from '../i18n/words';
import { type Fact, gathered } from './fact';

type LessonWords = Words['helpPanel']['lessons']['all'];

export type LessonId = keyof LessonWords;

/** A lesson: what it tells, and one question. There is no right and wrong, but one answer that fits best. */
export type Lesson = {
  readonly [Id in LessonId]: Fact & {
    readonly id: Id;
    /** The answers in the order in which they are shown. */
    readonly answers: readonly (keyof LessonWords[Id]['answers'] & string)[];
    readonly best: keyof LessonWords[Id]['answers'] & string;
    /** Of what is told as "may"; null when there is nothing of that kind. */
    readonly maybe: Fact | null;
    /** Whether it speaks of a threat, so that the numbers belong to it. */
    readonly threat: boolean;
  };
}[LessonId];

const checked = gathered;
const guides = { source: 'guides', checked, confidence: 'high' } as const;
const plain = { maybe: null, threat: false } as const;

/** From what is shared every day to what is needed one day. */
export const lessons: readonly Lesson[] = [
  {
    id: 'group',
    answers: ['friends', 'everyone', 'admin'],
    best: 'everyone',
    ...plain,
    source: 'brief',
    checked,
    confidence: 'high',
  },
  {
    id: 'tells',
    answers: ['picture', 'document', 'neither'],
    best: 'document',
    ...plain,
    ...guides,
    maybe: { source: 'reports', checked, confidence: 'medium' },
  },
  { id: 'asking', answers: ['send', 'cover', 'later'], best: 'cover', ...plain, ...guides },
  {
    id: 'view-once',
    answers: ['gone', 'copy', 'both'],
    best: 'copy',
    ...plain,
    source: 'platform',
    checked,
    confidence: 'high',
    maybe: { source: 'reports', checked, confidence: 'medium' },
  },
  {
    id: 'accounts',
    answers: ['send', 'call', 'silent'],
    best: 'call',
    ...plain,
    ...guides,
  },
  {
    id: 'strangers',
    answers: ['compliment', 'move', 'slow'],
    best: 'move',
    ...plain,
    ...guides,
    maybe: { source: 'press-and-study', checked, confidence: 'medium' },
  },
  {
    id: 'demand',
    answers: ['last', 'stop', 'rescuer'],
    best: 'stop',
    maybe: null,
    threat: true,
    source: 'guides-and-press',
    checked,
    confidence: 'high',
  },
  {
    id: 'first-hour',
    answers: ['delete', 'reply', 'keep'],
    best: 'keep',
    maybe: null,
    threat: true,
    ...guides,
  },
  {
    id: 'fake',
    answers: ['truth', 'stop', 'comment'],
    best: 'stop',
    maybe: null,
    threat: true,
    source: 'guides-and-rights',
    checked,
    confidence: 'high',
  },
  {
    id: 'friend',
    answers: ['ask', 'delete', 'stand'],
    best: 'stand',
    maybe: { source: 'law', checked, confidence: 'low' },
    threat: true,
    ...guides,
  },
];

/** An answer as it is read. */
export interface Answer {
  readonly id: string;
  readonly say: string;
  /** What there is to say about it. */
  readonly why: string;
}

export interface LessonText {
  readonly title: string;
  readonly says: readonly string[];
  readonly maybe: readonly string[];
  readonly question: string;
  readonly answers: readonly Answer[];
}

/** A lesson in the words of a language, its answers in their order. */
export function lessonWords(words: Words, { id, answers: order }: Lesson): LessonText {
  const { title, says, maybe, question, answers } = words.helpPanel.lessons.all[id];
  const texts: Readonly<Record<string, Omit<Answer, 'id'>>> = answers;
  return {
    title,
    says,
    maybe,
    question,
    answers: order.flatMap((answer) => {
      const text = texts[answer];
      return text ? [{ id: answer, ...text }] : [];
    }),
  };
}
