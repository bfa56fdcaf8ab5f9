import { h } from 'preact';
import { describe, expect, test } from 'vitest';
import type { CardFile } from '../../../components/share-card/card-file';
import { leadOf } from '../../../components/share-card/lead';
import { Notice } from '../../../components/share-card/notice';
import { ShareCard, type ShareCardProps } from '../../../components/share-card/share-card';
import { type Language, languages } from '../../../utils/i18n/languages';
import { actions, drawn, texts } from './drawn';

/** The card's many states, as far as they are words, names and order. */

const all = Object.keys(languages) as Language[];
const box = { x: 1, y: 1, width: 4, height: 4, score: 0.9 };

function picture(id: number, faces = 0, more: Partial<CardFile> = {}): CardFile {
  return {
    id,
    name: `IMG_${id}.jpg`,
    outcome: 'cleaned',
    removed: [{ kind: 'place', source: 'EXIF', label: 'GPSLatitude', value: '36.34, 43.13' }],
    sight: { state: 'looked', faces, showsMore: false },
    preview: null,
    editable: new File([], `photo-${id}.jpg`),
    faces: Array.from({ length: faces }, () => box),
    moves: false,
    edited: false,
    ...more,
  };
}

const refused = (id: number, more: Partial<CardFile> = {}) =>
  picture(id, 0, { outcome: 'refused', reason: 'unsupported', editable: null, removed: [], ...more });

function card(files: readonly CardFile[], more: Partial<ShareCardProps> = {}, language: Language = 'en') {
  const props: ShareCardProps = {
    audience: { kind: 'group', name: 'Class 6', members: 43 },
    files,
    shownAt: null,
    lead: 'ripple',
    covers: true,
    setCovers() {},
    viewOnce: true,
    pause: false,
    onPause() {},
    onChoice() {},
    onEdit() {},
    onCover: async () => true,
    ...more,
  };
  return drawn(h(ShareCard, props), language);
}

describe('the choices', () => {
  test.each(all)('stand in their order, in %s', (language) => {
    expect(actions(card([picture(0, 1)], {}, language))).toEqual([
      'help',
      'toggle-cover',
      'preview',
      'send-clean',
      'cover-faces',
      'one-person',
      'view-once',
      'not-now',
      'why',
      'pause-chat',
      'send-original',
    ]);
  });

  test('no question for an hour is a choice only where it is possible', () => {
    expect(actions(card([picture(0, 1)], { pause: null }))).not.toContain('pause-chat');
    expect(actions(card([refused(0)], { pause: false }))).not.toContain('pause-chat');
  });

  test('to one person is no choice where it goes to one', () => {
    expect(actions(card([picture(0)], { audience: { kind: 'person' } }))).not.toContain('one-person');
  });

  test('view once is none where the site has none, and tells nothing until it is asked', () => {
    expect(actions(card([picture(0)], { viewOnce: false }))).not.toContain('view-once');
    const root = card([picture(0)]);
    expect(root.querySelector('[data-action="view-once"]')?.getAttribute('aria-expanded')).toBe('false');
    expect(root.querySelector('#once')?.hasAttribute('hidden')).toBe(true);
  });

  test('what cannot be edited is not offered to be', () => {
    expect(actions(card([picture(0, 0, { editable: null })]))).not.toContain('cover-faces');
  });

  test('the tick is as the setting says, and so is what goes', () => {
    const goes = (covers: boolean) => texts(card([picture(0, 1)], { covers }), '[data-action="send-clean"]');
    expect(goes(true)).toEqual(['Send a safer copyNo hidden data, face covered']);
    expect(goes(false)).toEqual(['Send a clean copyNo hidden data, face visible']);
  });
});

describe('a picture of the screen', () => {
  test('is offered for what stays behind, and that is said first', () => {
    const root = card([refused(0)]);
    expect(root.querySelector('[data-level]')?.getAttribute('data-level')).toBe('refused');
    expect(actions(root)).toEqual(['help', 'not-now', 'use-screenshot', 'why', 'send-original']);
    expect(texts(root, '[data-reason]')).toEqual(['Safi cannot clean this kind of file yet.']);
  });

  test.each([
    ['what moves', { moves: true }],
    ['what cannot be read at all', { reason: 'unreadable' as const }],
  ])('is not offered for %s', (_, more) => {
    expect(actions(card([refused(0, more)]))).not.toContain('use-screenshot');
  });
});

test.each<[Language, string]>([
  ['en', 'Is everyone in it fine with this?'],
  ['ar', 'هل يوافق كل من يظهر فيها؟'],
  ['ckb', 'ئایا هەموو ئەوانەی تێیدا دیارن پێی ڕازین؟'],
])('the tip, in %s', (language, tip) => {
  expect(texts(card([picture(0)], {}, language), '[data-tip]')).toEqual([tip]);
});

describe('several pictures', () => {
  const files = [
    picture(0, 1),
    picture(1, 2),
    refused(2),
    picture(3, 3),
    picture(4, 11),
    picture(5),
    picture(6, 0, { sight: { state: 'looking', faces: 0 } }),
    picture(7, 0, { sight: { state: 'unseen', why: 'died' } }),
    picture(8, 2, { edited: true }),
  ];

  test.each<[Language, string[]]>([
    ['en', ['1 face', '2 faces', '3 faces', '11 faces', 'No face', 'Looking…', 'Not seen', 'Changed']],
    ['ar', ['وجه واحد', 'وجهان', '٣ وجوه', '١١ وجهًا', 'بلا وجوه', 'يجري الفحص…', 'لم تُفحص', 'معدّلة']],
    [
      'ckb',
      [
        '١ دەموچاو',
        '٢ دەموچاو',
        '٣ دەموچاو',
        '١١ دەموچاو',
        'بێ دەموچاو',
        'سەیر دەکرێت…',
        'نەبینرا',
        'دەستکاریکرا',
      ],
    ],
  ])('each square tells its faces, in %s', (language, said) => {
    expect(texts(card(files, {}, language), '.strip small')).toEqual(said);
  });

  test('each square that can be edited is a button, named by its number, its faces and what it does', () => {
    const root = card([picture(0, 1), picture(1, 0, { editable: null })]);
    expect(texts(root, '.strip button .vh')).toEqual(['Picture 1: 1 face. Cover or crop']);
    expect(root.querySelectorAll('.strip li')).toHaveLength(2);
  });

  test('a bar tells how many were looked at, while some are not', () => {
    const bar = (of: readonly CardFile[]) => card(of).querySelector('[role="progressbar"]');
    expect(bar(files)?.getAttribute('aria-valuenow')).toBe('87');
    expect(bar(files.slice(0, 3))).toBeNull();
    expect(bar(files.slice(6, 7))).toBeNull();
  });

  test('no value is told of any', () => {
    expect(card(files).textContent).not.toContain('36.34');
  });
});

test.each(all)('the line says how to go on, in %s', (language) => {
  const audience = { kind: 'group', name: 'Class 6' } as const;
  const lines = (['looking', 'sent', 'paused', 'one-person', 'screenshot'] as const).map((says) =>
    texts(drawn(h(Notice, { audience, says }), language), '[role="status"]').join(),
  );
  expect(new Set(lines).size).toBe(5);
  for (const [at, line] of lines.entries()) expect(line.includes('Class 6')).toBe(at < 3);
});

describe('the lead', () => {
  test('is another from share to share of a page', () => {
    expect([1, 2, 3, 4].map(leadOf)).toEqual(['ripple', 'line', 'band', 'ripple']);
  });

  test.each([
    ['ripple', 43, 0],
    ['line', 0, 43],
    ['band', 0, 0],
  ] as const)('%s: rings, a line of dots; choices and words are the same', (lead, rings, dots) => {
    const root = card([picture(0, 1)], { lead });
    expect(root.querySelectorAll('.ripple circle')).toHaveLength(rings);
    expect(root.querySelectorAll('.dots i')).toHaveLength(dots);
    expect(texts(root, 'h1, .who__n, .who__g, .who p')).toEqual([
      'A moment before sending',
      '43 people',
      'in “Class 6”',
      'Anyone in this group can save or forward it. So can whoever uses their phone.',
    ]);
    expect(actions(root)).toEqual(actions(card([picture(0, 1)])));
  });
});
