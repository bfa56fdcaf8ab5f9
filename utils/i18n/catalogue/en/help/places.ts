/** Platforms, services that take pictures down, and the law; every text has its fact in utils/help. */
export const places = {
  platformsTitle: 'Report in the app',
  platformsHint: 'Evidence first, then report, then block.',
  platforms: {
    whatsapp: {
      name: 'WhatsApp',
      says: [
        'Open the chat, then the name, then “Report”.',
        'Or hold a message, then “Report”.',
        'WhatsApp gets the last five messages. The other side is not told.',
        'Some reports also erase the chat, or leave the group.',
      ],
    },
    meta: {
      name: 'Facebook, Instagram, Messenger',
      says: [
        'The three dots, then “Report”.',
        'As the reason: a private picture, or blackmail.',
        'Meta also removes threats to share such a picture.',
      ],
    },
    telegram: {
      name: 'Telegram',
      says: ['“Report” may be under the three dots of a profile or message.', 'The answer may be slow.'],
    },
    snapchat: {
      name: 'Snapchat',
      says: [
        'Holding the name or the Snap may show “Report”.',
        'The reason may be a nude picture, or blackmail.',
      ],
    },
    tiktok: {
      name: 'TikTok',
      says: [
        'Hold the message, or open the share arrow. Then “Report”.',
        'The website has a form: Safety, then “Report a problem”.',
      ],
    },
    x: {
      name: 'X',
      says: [
        'The three dots of the post, then “Report”.',
        'As the reason: private content, shared without consent.',
      ],
    },
    discord: {
      name: 'Discord',
      says: ['Hold the message, or click it with the right button.', 'Then “Report Message”.'],
    },
    google: {
      name: 'Google Search',
      says: [
        'The three dots of the picture, then “Remove result”.',
        'Only for nude or sexual pictures.',
        'It goes from the search, not from the website.',
      ],
    },
  },
  serviceFor: 'For: {what}',
  services: {
    'take-it-down': {
      name: 'Take It Down',
      fits: 'A nude or sexual picture, taken before 18',
      says: [
        'No name is needed. It works in every country.',
        'The picture stays on the device. Only a number made from it goes.',
        'It also speaks Arabic and Kurdish.',
        'It does not reach into WhatsApp.',
        'A cropped or changed copy may not be found.',
      ],
    },
    stopncii: {
      name: 'StopNCII',
      fits: 'A nude or sexual picture, taken at 18 or later',
      says: [
        'The picture is needed, and stays on the device.',
        'Only a number made from it goes.',
        'A case number and a PIN are given. Nobody can recover them.',
        'Some of its pages may be in English only.',
      ],
    },
    privacy: {
      name: 'Privacy report in the app',
      fits: 'Any other picture: a face, no hijab, a party, a fake',
      says: [
        'The services for nude pictures do not take these.',
        'The report goes to the app or site that shows it.',
        'As the reason: privacy, harassment or blackmail.',
      ],
    },
  },
  choosePlatform: 'Choose the app or site',
  opens: 'Opens a website, will show in history',
  copyAddress: 'Copy the address',
  copiedAddress: 'Address copied',
  notCopiedAddress: 'Copying did not work. The address can be typed.',
  lawRow: 'What the law says',
  lawTitle: 'What the law says',
  laws: {
    'threat-with-demand': [
      'Threatening to publish pictures to force somebody is a crime.',
      'Iraqi Penal Code 111 of 1969, Article 430.',
      'The penalty: up to seven years in prison, or detention.',
    ],
    'other-threats': ['Other threats may be punished too, by Articles 431 and 432.'],
    kurdistan: [
      'In the Kurdistan Region: Law 6 of 2008, on misuse of phones.',
      'The penalty there: up to five years in prison.',
    ],
    posting: ['Posting about whoever threatens may be turned against the one who posts.'],
  },
  notAdvice: 'This is general information, not legal advice. No lawyer has checked it yet.',
} as const;

/** Where facts come from, as they are named on the screens. */
export const sources = {
  brief: 'an organisation’s brief, Mosul, 2024',
  ministry: 'the Ministry of Interior, January 2025',
  press: 'an organisation’s brief, 2024, and Iraqi press, November 2025',
  asayish: 'Iraqi press, 2023 and March 2026',
  app: 'Iraqi press, December 2025',
  guides: 'guides of child protection services',
  platform: 'help pages of the platform',
  reports: 'reports of others about the platform',
  service: 'pages of the service',
  law: 'texts and explanations of the law',
  kurdistan: 'Iraqi press, May 2024',
  'guides-and-brief': 'guides of child protection services, and an organisation’s brief, Mosul, 2024',
  'guides-and-press': 'guides, an organisation’s brief, 2024, and Iraqi press, November 2025',
  'guides-and-rights': 'guides, and an Iraqi organisation for digital rights',
  'guides-and-study': 'guides for parents, and a study by Thorn',
  'press-and-study': 'Iraqi press, December 2025, and a study by Thorn, 2025',
  families: 'press reports, 2023',
  schools: 'Iraqi press, about a campaign in schools',
  judgement: 'our own judgement',
} as const;
