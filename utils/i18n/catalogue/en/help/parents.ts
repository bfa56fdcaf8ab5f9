/** For parents: six short pages, which are printed as one. */
export const parents = {
  row: 'For parents',
  rowHint: 'What to say first, agreements, Safi together',
  title: 'For parents',
  hint: 'Six short pages. They can be printed as one.',
  print: 'Print all of it',
  all: {
    'say-first': {
      title: 'What to say first',
      says: [
        'Sit down beside your child. Breathe.',
        'The first sentence decides whether a second one comes.',
        'Your child chooses who else may know.',
        'Keep the evidence together. Call together.',
        'School and everyday life go on.',
      ],
      aloud: [
        '“It is good that you told me.”',
        '“This is not your fault.”',
        '“We will handle it together.”',
        'And before anything happens: “Nothing you send will make me stop protecting you.”',
      ],
      list: [],
    },
    never: {
      title: 'What never to do',
      says: [
        'In a study, about half of the adults blamed the child.',
        'Fear of that is one reason for silence.',
      ],
      aloud: [],
      list: [
        'Shout, or hit',
        'Take the phone away, or end school',
        'Ask “Why did you send it?”',
        'Look at the picture, or show it',
        'Pay without anybody knowing',
        'Write to whoever threatens, or go to that family',
        'Tell relatives, or post about it',
        'Push towards a marriage',
      ],
    },
    signs: {
      title: 'Signs to notice',
      says: [
        'One sign alone can mean nothing.',
        'A calm sentence helps more than looking through the phone.',
        'Talk of not wanting to live? Then stay close, and get help at once.',
      ],
      aloud: ['“You look worried. I am here, whatever it is.”'],
      list: [
        'Sudden fear of the phone, or of a message',
        'Asking for money, without a reason',
        'Keeping away from friends and family',
        'Sleeping badly',
      ],
    },
    agreements: {
      title: 'Agreements on devices and screen time',
      says: [
        'What both sides agree on may last longer than an order.',
        'Limits that are set together may work better than hidden ones.',
      ],
      aloud: ['“Whoever comes with a problem keeps the phone.”'],
      list: [
        'At night, all phones sleep in one place, those of adults too',
        'No screens at meals, nor in the hour before sleep',
        'Hours for each day, looked at again every month',
        'Time limits of the phone: set together, in its own settings',
        'A new app or group: talked about first',
        'Pictures of others: asked first. That holds for adults too',
      ],
    },
    together: {
      title: 'Using Safi together',
      says: ['Ten minutes are enough to begin.', 'Whoever explains something learns it.'],
      aloud: [],
      list: [
        'Try the practice chat, and let your child explain the card',
        'Choose the settings together: language, and when Safi asks',
        'Read one lesson a week, and talk about its question',
        'Open the help once, so that its place is known',
        'Say it clearly: Safi watches nobody',
      ],
    },
    promise: {
      title: 'What Safi never does',
      says: [
        'Safi reports on no child: not to parents, not to schools, not to us.',
        'It keeps no list of pictures, chats, questions or answers.',
        'It does not read what people write to each other.',
        'It has no lock, so nobody can turn it into a means of control.',
        'Whoever feels watched may tell less. Whoever is trusted may tell sooner.',
      ],
      aloud: [],
      list: [],
    },
  },
} as const;
