import { describe, expect, test } from 'vitest';
import { type Decision, decide, decideForward, type FileReport } from '../../../utils/policy/decide';
import type { AudienceKind } from '../../../utils/sites/audience';

const pass: Decision = { action: 'pass' };
const notice: Decision = { action: 'notice' };
const personal: Decision = { action: 'ask', why: 'personal' };
const unreadable: Decision = { action: 'ask', why: 'unreadable' };

const plain: FileReport = { outcome: 'cleaned', faces: 0, nudity: false };
const face: FileReport = { ...plain, faces: 1 };
const nude: FileReport = { ...plain, nudity: true };
const unlooked: FileReport = { ...plain, faces: null, nudity: null };
const halfLooked: FileReport = { ...plain, nudity: null };
const facesUnknown: FileReport = { ...plain, faces: null };
const clean: FileReport = { ...plain, outcome: 'already-clean' };
const wait: Decision = { action: 'wait' };
const lookedAt: FileReport = { ...unlooked, faces: 0, looking: true };
const faceSoFar: FileReport = { ...lookedAt, faces: 2 };
const refused: FileReport = { outcome: 'refused', faces: null, nudity: null };
const passenger: FileReport = { outcome: 'passenger', faces: null, nudity: null };

const onePerson: AudienceKind[] = ['person'];
const morePeople: AudienceKind[] = ['group', 'channel', 'public', 'unknown'];

const table: [string, FileReport[], AudienceKind[], Decision][] = [
  ['nothing at all', [], [...onePerson, ...morePeople], pass],
  ['only files that are no pictures', [passenger, passenger], [...onePerson, ...morePeople], pass],
  ['a plain picture to one person', [plain], onePerson, pass],
  ['a picture that was clean already, to one person', [clean], onePerson, pass],
  ['a face to one person', [face], onePerson, pass],
  ['a picture nobody looked into, to one person', [unlooked], onePerson, pass],
  ['a plain picture to more people', [plain], morePeople, notice],
  ['a clean plain picture to more people', [clean], morePeople, notice],
  ['plain pictures beside a document, to more people', [plain, passenger], morePeople, notice],
  ['a face to more people', [face], morePeople, personal],
  ['one face among plain pictures, to more people', [plain, face, plain], morePeople, personal],
  ['no answer from the detectors, to more people', [unlooked], morePeople, personal],
  ['no answer about nudity, to more people', [halfLooked], morePeople, personal],
  ['no answer about faces, to more people', [facesUnknown], morePeople, personal],
  ['no answer about faces among plain pictures', [plain, facesUnknown], morePeople, personal],
  ['nudity, to anyone', [nude], [...onePerson, ...morePeople], personal],
  ['a picture that could not be cleaned, to anyone', [refused], [...onePerson, ...morePeople], unreadable],
  ['one that could not be cleaned among others', [plain, refused, nude], morePeople, unreadable],
  ['one that could not be cleaned beside a document', [passenger, refused], onePerson, unreadable],
];

const stillLooking: typeof table = [
  ['nothing seen yet', [lookedAt], [...onePerson, ...morePeople], wait],
  ['a plain picture, another still looked at', [plain, lookedAt], [...onePerson, ...morePeople], wait],
  ['a face seen at a glance, to one person', [faceSoFar], onePerson, wait],
  ['a face seen at a glance, to more', [faceSoFar], morePeople, personal],
  ['one that could not be looked into, another still looked at', [unlooked, lookedAt], morePeople, personal],
  ['nudity in one, another still looked at', [nude, lookedAt], [...onePerson, ...morePeople], personal],
  ['one that could not be cleaned, another still looked at', [refused, lookedAt], morePeople, unreadable],
];

const always: typeof table = [
  ['a plain picture to one person', [plain], onePerson, pass],
  ['a plain picture to more people', [plain], morePeople, personal],
  ['one that is still looked at, to more', [lookedAt], morePeople, personal],
  ['nudity, to one person', [nude], onePerson, personal],
  ['only files that are no pictures', [passenger], morePeople, pass],
];

const uncleaned: typeof table = [
  ['a face to more people', [face], morePeople, notice],
  ['nudity to one person', [nude], onePerson, pass],
  ['no answer from the detectors', [unlooked, lookedAt], morePeople, notice],
  ['a picture that could not be cleaned, to anyone', [refused], [...onePerson, ...morePeople], unreadable],
];

describe('decide', () => {
  for (const [asks, rows] of [
    ['faces', stillLooking],
    ['always', always],
    ['uncleaned', uncleaned],
  ] as const) {
    for (const [what, files, audiences, decision] of rows) {
      test.each(audiences)(`${asks}: ${what} (%s): ${Object.values(decision).join(', ')}`, (audience) => {
        expect(decide(files, audience, asks)).toEqual(decision);
      });
    }
  }

  for (const [what, files, audiences, decision] of table) {
    test.each(audiences)(`${what} (%s): ${Object.values(decision).join(', ')}`, (audience) => {
      expect(decide(files, audience)).toEqual(decision);
    });
  }
});

describe('a chat that is paused', () => {
  const pausable: AudienceKind[] = ['group', 'unknown'];
  const open: AudienceKind[] = ['channel', 'public'];

  test.each<[string, FileReport[], AudienceKind[], Decision]>([
    ['a face', [face], pausable, notice],
    ['a face, where anyone may look', [face], open, personal],
    ['no answer from the detectors', [unlooked], pausable, notice],
    ['no answer from the detectors, where anyone may look', [unlooked], open, personal],
    ['a face so far', [faceSoFar], pausable, wait],
    ['nudity', [nude], [...pausable, ...open, 'person'], personal],
    ['a picture that could not be cleaned', [refused, face], [...pausable, ...open, 'person'], unreadable],
    ['a face to one person', [face], ['person'], pass],
    ['only files that are no pictures', [passenger], pausable, pass],
  ])('%s', (_, files, audiences, decision) => {
    for (const audience of audiences)
      expect(decide(files, audience, 'faces', 'paused'), audience).toEqual(decision);
  });

  test('counts for more than "always", and for less than "only what could not be cleaned"', () => {
    expect(decide([plain], 'group', 'always', 'paused')).toEqual(notice);
    expect(decide([plain], 'public', 'always', 'paused')).toEqual(personal);
    expect(decide([nude], 'group', 'uncleaned', 'paused')).toEqual(notice);
  });
});

describe('decideForward', () => {
  test.each<[boolean | null, AudienceKind[], 'pass' | 'ask']>([
    [true, ['person'], 'pass'],
    [null, ['person'], 'pass'],
    [true, ['group'], 'ask'],
    [null, ['group'], 'ask'],
    [true, ['channel'], 'ask'],
    [true, ['public'], 'ask'],
    [true, ['unknown'], 'ask'],
    [true, ['person', 'person'], 'ask'],
    [null, ['person', 'person'], 'ask'],
    [true, [], 'ask'],
    [null, [], 'ask'],
    [false, ['group'], 'pass'],
    [false, ['person', 'channel'], 'pass'],
    [false, [], 'pass'],
  ])('holds a picture: %s, to %j: %s', (holds, to, decision) => {
    expect(decideForward(holds, to)).toBe(decision);
  });
});
