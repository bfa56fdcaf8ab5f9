/** The steps, one a screen. */
export const steps = {
  of: 'Step {n} of {all}',
  previous: 'Previous',
  next: 'Next',
  notKept: 'These ticks are not kept.',
  checklist: 'Checklist',
  last: 'That was the last step.',
  all: {
    'no-pay': {
      title: 'Do not pay',
      says: ['Paying rarely stops it. More may be asked.', 'Paid already? That is no reason to pay again.'],
    },
    'send-nothing': {
      title: 'Send nothing more',
      says: ['No picture, no video, no video call.', 'Whatever is sent may be used for the next threat.'],
    },
    'stop-replying': {
      title: 'Stop replying',
      says: ['No arguing, no threats back.', 'Delete neither the chat nor the account.'],
    },
    evidence: {
      title: 'Keep evidence before blocking',
      says: ['Blocking or reporting may erase the chat. Two minutes are enough.'],
    },
    'tell-one': {
      title: 'Tell one person you trust',
      says: [
        'An aunt, a sister, a teacher, or the school counsellor.',
        'One sentence is enough: “Somebody is threatening me.”',
      ],
    },
    report: {
      title: 'Report it',
      says: [
        'One question leads to the right number.',
        'A report sheet spares telling it again at every desk.',
      ],
    },
    'in-app': {
      title: 'Report in the app, then block',
      says: ['Evidence first. Some reports erase the chat.', 'Then block, in every app.'],
    },
    'take-down': {
      title: 'Take the pictures down',
      says: ['Which way fits depends on the picture.'],
    },
    accounts: {
      title: 'Secure the accounts',
      says: ['Ten minutes for each account.'],
    },
    rescuers: {
      title: 'Beware of rescuers',
      says: [
        'Some who offer help are blackmailers themselves.',
        'In 2025 a page “against blackmail” collected pictures, then threatened.',
        'No real helper needs the picture or a password.',
      ],
    },
  },
  evidence: {
    list: [
      'Screenshots of the threat, with the name or number',
      'The profile page, with its link or user name',
      'The telephone number',
      'Date and time',
      'Which app or site',
      'What was demanded',
      'Payments: name, wallet, card, receipts',
      'Links to posts or groups, and who shared',
      'Voice messages, and the list of calls',
      'Reports made already, with their numbers',
      'Names of those who saw it',
    ],
    care: [
      'The whole chat, not cropped, not edited.',
      'Keep it off the family computer: your own phone, or paper.',
    ],
    caution: 'Never save a nude picture of anyone under 18, even your own. The words of the chat are enough.',
  },
  accounts: {
    list: [
      'A new, long password',
      'Two-step verification on',
      'Linked devices: log out all that are unknown',
      'Hide the profile picture and the list of friends',
      'The six-digit code is for nobody else',
    ],
  },
} as const;
