/** What is being asked: three short sentences each, and one next step. */
export const asked = {
  title: 'What is being asked of you?',
  hint: 'Each answer is three sentences and one step.',
  next: 'One step now',
  cases: {
    money: {
      name: 'Money',
      says: [
        'Paying rarely stops it.',
        'More may be asked afterwards.',
        'The messages that ask for it are evidence.',
      ],
    },
    pictures: {
      name: 'More pictures',
      says: [
        'A new picture may bring a new demand.',
        'Stopping is possible, whatever was sent before.',
        'Nobody has a right to a picture of you.',
      ],
    },
    sex: {
      name: 'Sex, or something sexual',
      says: [
        'Nobody has a right to your body.',
        'Giving in may not end the threat.',
        'This is not your fault, whatever happened before.',
      ],
    },
    meet: {
      name: 'To meet, or to leave home',
      says: [
        'Going there may be dangerous.',
        'Some who went away were forced to marry.',
        'Staying near someone you trust is safer.',
      ],
    },
    marry: {
      name: 'To marry',
      says: [
        'A yes under threat is not a free yes.',
        'No answer has to be given today.',
        'One person who knows of the threat can help.',
      ],
    },
    girl: {
      name: 'To bring another girl',
      says: [
        'She may then be threatened in the same way.',
        'Bringing nobody is right, whatever is promised.',
        'It is not your fault that this was asked.',
      ],
    },
    carry: {
      name: 'To carry or sell something',
      says: [
        'It may be drugs, whatever is said.',
        'Carrying it may bring a new danger.',
        'The messages that ask for it are evidence.',
      ],
    },
    officer: {
      name: 'Silence about an officer',
      says: [
        'An officer who threatens or talks does wrong.',
        'Another line may be another service.',
        'An organisation may go along.',
      ],
    },
    paid: {
      name: 'I paid already',
      says: ['It is fine to stop now.', 'It is no reason to pay again.', 'Receipts and names are evidence.'],
    },
    fake: {
      name: 'A fake picture',
      says: [
        'A fake picture can hurt as a real one does.',
        'Nothing has to be proved to whoever threatens.',
        'It can be reported in the app as well.',
      ],
    },
    hijab: {
      name: 'A photo without hijab, or from a party',
      says: [
        'Your picture is yours, whatever it shows.',
        'A privacy report in the app may get it removed.',
        'Take It Down and StopNCII take only nude pictures.',
      ],
    },
    classmate: {
      name: 'A classmate’s family has my picture',
      says: [
        'This happened to others too. It is not your fault.',
        'The person is known, so there is a number.',
        'Going to that family first may make it worse.',
      ],
    },
  },
  other: 'Something else',
} as const;
