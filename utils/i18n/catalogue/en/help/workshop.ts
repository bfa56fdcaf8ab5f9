/** What is taught and hung up: an outline of an hour, and a poster with the numbers. */
export const workshop = {
  row: 'For schools and workshops',
  rowHint: 'Lessons, a poster and an outline to print',
  title: 'For schools and workshops',
  says: 'Each lesson is one page for a class.',
  bigScreen: 'The practice chat has a big screen mode: {key}.',
  printLessons: 'Print all ten lessons',
  outlineRow: 'An hour with parents or a class',
  outlineHint: 'With the practice chat',
  outline: {
    title: 'One hour with the practice chat',
    for: 'For community police and organisations, with parents or older students.',
    print: 'Print the outline',
    minutes: { one: '{n} minute', other: '{n} minutes' },
    beforeTitle: 'Before',
    before: [
      'A computer with Safi, and a screen that all can see. No internet is needed.',
      'Women and men apart, if that lets them talk more freely.',
      'No real pictures, no names, no story of anybody in the room.',
      'A woman, or a counsellor, to talk to afterwards, in a room apart.',
      'Printed: a poster, a lesson for each, some report sheets.',
    ],
    partsTitle: 'The hour',
    parts: {
      welcome: {
        title: 'Welcome',
        says: ['Who we are. Nobody has to tell anything. Anyone may leave.'],
      },
      group: {
        title: 'Who will really see it?',
        says: ['Lesson 1 on the screen. All raise a hand at its question, then talk about the answers.'],
      },
      round: {
        title: 'The practice chat',
        says: [
          'The round of five steps. Somebody from the room clicks.',
          'Then the switch “Safi works here” off, and the same picture once more.',
        ],
      },
      threat: {
        title: 'If somebody threatens',
        says: [
          'Lesson 8, then the help: known or unknown, the number, the three questions before a name.',
          'Say honestly what is done with a report, and what can go wrong.',
        ],
      },
      words: {
        title: 'The first sentence',
        says: ['In pairs, aloud: what a parent or a friend says first. Then what never to do.'],
      },
      close: {
        title: 'To take along',
        says: ['The poster, a lesson, and where the help is in Safi. We stay for a while.'],
      },
    },
    afterTitle: 'Afterwards',
    after: [
      'Whoever stays behind gets the room apart, and time.',
      'The page for those who receive a report holds here too.',
      'In the practice chat: “Start over”. Nothing of the hour is kept.',
    ],
  },
  posterRow: 'A poster with the numbers',
  posterHint: 'For federal Iraq, or for the Kurdistan Region',
  poster: {
    title: 'A poster with the numbers',
    says: [
      'Nobody has dialled these numbers for this project yet.',
      'Please dial them once before it hangs on a wall.',
    ],
    print: { federal: 'Print for federal Iraq', kurdistan: 'Print for the Kurdistan Region' },
    heading: 'Somebody threatens you with a picture?',
    when: {
      'community-police': 'You know who it is',
      'national-security': 'You do not know who it is',
      emergency: 'Danger now, or no answer',
      'asayish-erbil': 'In Erbil, by telephone',
      'asayish-erbil-whatsapp': 'In Erbil, by WhatsApp',
    },
    helps: 'What helps at once',
    here: 'Here we trust:',
  },
} as const;
