/** The page that opens once, after Safi was installed. */
export const welcome = {
  title: 'Welcome to Safi',
  lead: 'What you see is all you send',
  text: 'Safi takes out what is hidden in pictures before they are shared.',
  sees: {
    title: 'What it sees',
    text: 'Pictures and videos about to be sent. The name of the chat, and how many people are in it.',
  },
  where: {
    title: 'Where',
    text: 'On the sites below, and on this computer only. Nothing leaves it. It works offline too.',
  },
  never: {
    title: 'What it never does',
    text: 'It reads no messages, keeps no pictures and tells nobody anything. It keeps its settings, nothing else.',
  },
  checks: 'Is everything ready?',
  looking: 'Looking…',
  access: {
    title: 'Permission for sites',
    granted: 'The browser lets Safi work on all of its sites.',
    withheld: 'Still missing for {sites}. Without it Safi protects nothing there.',
    ask: 'Give permission',
    refused: 'The browser did not give it. Its extension settings can still do that.',
  },
  inPrivate: {
    title: 'Private windows',
    on: 'Safi works there too.',
    off: 'Safi does not work there yet. Sending works as usual, without cleaning.',
    inChromium:
      'The extension settings have a switch for it: “Allow in Incognito”, in Edge “Allow in InPrivate”.',
    inFirefox: 'In the menu of Firefox: “Extensions”, Safi, “Run in Private Windows”, “Allow”.',
    open: 'Open the extension settings',
  },
  tabs: {
    title: 'Open pages',
    none: 'No open page has to be reloaded.',
    stale: {
      one: '{n} page was open before Safi. Until it is reloaded, Safi does not work there.',
      other: '{n} pages were open before Safi. Until they are reloaded, Safi does not work there.',
    },
    unsent: 'What is written there and not sent may be lost.',
    reload: { one: 'Reload it', other: 'Reload them' },
  },
  find: {
    title: 'Where to find it',
    text: 'The drop in the toolbar tells whether a page is protected. The puzzle piece there keeps it in sight.',
  },
  practice: 'Try it in the practice chat',
  practiceHint: 'Five minutes, with drawn pictures. Nothing is sent to anybody.',
  familyDoor: 'For a family computer',
  done: 'This page can be closed now. Safi is at work.',
  family: {
    title: 'For a family computer',
    talk: {
      title: 'First, talk together',
      all: [
        'It is good when everyone who uses this computer knows that Safi is here, and what it does.',
        'Trying the practice chat together is a good beginning.',
        'Agreeing is better than forbidding: which pictures are for everybody, and which are not.',
        'The card asks only the person who sends. The answer reaches nobody.',
      ],
    },
    never: {
      title: 'What Safi will never do',
      all: [
        'It does not report on a child, nor on anybody else.',
        'It keeps no list of pictures, chats or answers. There is nothing to look up.',
        'It locks nothing and forbids nothing. Whoever sends decides.',
        'It tells nobody whether its help was opened.',
      ],
    },
    apart: {
      title: 'A profile for each person',
      all: [
        'A browser can have a profile for each person. Chats, history and passwords then stay apart.',
        'In Chrome and Edge: the picture at the top of the window, then adding a profile.',
        'In Firefox: the menu, then “Profiles”.',
        'Safi is installed in each profile anew.',
        'Profiles have no password. Separate accounts of the computer itself can have one.',
      ],
    },
  },
};
