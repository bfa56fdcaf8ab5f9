/** Ten lessons: a minute and a half of reading and one question each. Every answer is explained, none is counted. */
export const lessons = {
  row: 'Ten short lessons',
  rowHint: 'A minute and a half each, with one question',
  title: 'Ten short lessons',
  hint: 'In any order. Nothing is counted, and nothing is kept.',
  of: 'Lesson {n} of {all}',
  question: 'One question',
  fits: 'Fits best: {answer}',
  print: 'Print this lesson',
  paper: {
    question: 'A question to talk about',
    answers: 'The answers, explained',
    call: 'Whom to call',
  },
  all: {
    group: {
      title: 'Who will really see it?',
      says: [
        'A group is everyone in it, not only friends.',
        'Many groups have members whom nobody knows well.',
        'Each of them can save a picture, or send it on.',
        'Phones are shared too: a brother or a cousin may look through one.',
        'In South Mosul, a classmate’s brother used a student’s picture to threaten her.',
        'That was his doing. It was not her fault.',
        'Before sending, the number of people says more than the name of the group.',
        'Safi shows this number where it can be read.',
        'It also offers to send to one person, or to cover the faces.',
      ],
      maybe: [],
      question: 'A picture goes to a class group of 40. Who can save it?',
      answers: {
        friends: {
          say: 'Only my friends in it',
          why: 'That is what one hopes. But the picture reaches every phone in the group, friend or not.',
        },
        everyone: {
          say: 'All 40, and whoever uses their phones',
          why: 'Yes. That is why one person, or a covered face, is the calmer choice.',
        },
        admin: {
          say: 'Only whoever runs the group',
          why: 'Whoever runs it can do more than others. But every member can save what arrives.',
        },
      },
    },
    tells: {
      title: 'What a picture tells',
      says: [
        'A picture can tell more than it shows.',
        'Its file can hold the place, the time and the phone it was taken with.',
        'On the screen nobody sees that. Some programs can read it.',
        'What shows can tell a lot too: a uniform, a street, a shop sign, a room.',
        'A mirror or a window can show who took the picture.',
        'Safi takes the hidden part out before sending. The picture stays as sharp as it was.',
        'What shows is a choice: cropping or covering takes a few seconds.',
      ],
      maybe: [
        'WhatsApp may take the place out of a picture, and may leave it in a document.',
        'A light blur may be undone. Blocks or one colour are better.',
      ],
      question: 'The same picture, sent in two ways without Safi. Which may keep the place?',
      answers: {
        picture: {
          say: 'Sent as a picture',
          why: 'A good thought: this differs from site to site. But a document is more likely to keep it.',
        },
        document: {
          say: 'Sent as a document',
          why: 'Yes. A document may go as it is, with all that is hidden in it.',
        },
        neither: {
          say: 'Neither: the place is not in the picture',
          why: 'It cannot be seen, that is true. It can still be in the file.',
        },
      },
    },
    asking: {
      title: 'Others in the picture',
      says: [
        'A picture of several people is a little of each of them.',
        'For some, a picture without the hijab they wear outside is private. So is one from a party.',
        'What is fine for one can bring trouble at home for another.',
        'So the question comes before sending, not afterwards.',
        'A few words are enough: “Is it fine if I send this to the group?”',
        'No answer is not a yes. A no needs no reason.',
        'A covered face, or a crop, often makes it easy to agree.',
        'Anyone may ask later to have a picture taken away again.',
      ],
      maybe: [],
      question: 'Four friends are in a picture. One has not answered yet. What now?',
      answers: {
        send: {
          say: 'Send it: three said yes',
          why: 'Three have agreed, and that counts. For the fourth it can matter most, so waiting is kind.',
        },
        cover: {
          say: 'Wait, or cover the fourth face',
          why: 'Yes. The choice stays with each of them, and the picture can still be shared.',
        },
        later: {
          say: 'Send it now, and delete it if she minds',
          why: 'Deleting reaches the chat, not what others saved meanwhile. Asking first is easier.',
        },
      },
    },
    'view-once': {
      title: '“View once” and its limits',
      says: [
        '“View once” shows a picture one time. Then it is gone from the chat.',
        'In WhatsApp, whoever receives it cannot take a screenshot of it.',
        'A second phone can still photograph the screen.',
        'In 2024 there was a way around it on computers. WhatsApp closed it later.',
        'WhatsApp itself says: only for people one trusts.',
        'So it is good against leftovers: nothing stays in the chat by accident.',
        'It is not a safe. Whoever wants to keep the picture can find a way.',
        'A picture that must not travel is best not sent.',
      ],
      maybe: ['In other apps, a notice about screenshots may not appear.'],
      question: 'Is a “view once” picture gone for good once it was opened?',
      answers: {
        gone: {
          say: 'Yes, it is gone',
          why: 'From the chat, yes. A photo of the screen would still be there.',
        },
        copy: {
          say: 'From the chat, yes. A copy can exist',
          why: 'Yes. It helps against leftovers, not against somebody who wants a copy.',
        },
        both: {
          say: 'Only when both delete the chat',
          why: 'It leaves the chat by itself. Deleting does not reach a photo of the screen.',
        },
      },
    },
    accounts: {
      title: 'A strong door',
      says: [
        'Whoever gets into an account can read its chats and see its pictures.',
        'A long password is a strong door: four words that do not belong together.',
        'Each account gets one of its own.',
        'Two-step verification is a second door. It is in the settings of most apps.',
        'The six-digit code opens the account. It is for nobody else, whoever asks.',
        '“Linked devices” shows where WhatsApp is open. What is unknown there can be logged out.',
        'On a shared computer: log out each time.',
        'On WhatsApp, everybody sees the profile picture until that is changed in the settings.',
      ],
      maybe: [],
      question: 'A friend writes: “A code came to your phone by accident. Send it to me.” What now?',
      answers: {
        send: {
          say: 'Send it: she is a friend',
          why: 'Wanting to help is kind. But somebody else may be writing from her account. A call tells.',
        },
        call: {
          say: 'Send nothing, and call her',
          why: 'Yes. The code stays where it belongs, and she learns that something is wrong.',
        },
        silent: {
          say: 'Not answer at all',
          why: 'That keeps the code safe. A call helps her too: her account may be in other hands.',
        },
      },
    },
    strangers: {
      title: 'Quick love, another app, a picture',
      says: [
        'It often begins kindly: compliments, long talks, a promise.',
        'Then it goes fast. After days it is love, and “let us go to another app”.',
        'Next comes a request: a picture, or a video call.',
        'The person in the profile picture can be somebody else.',
        'It happens to boys and to men as well. For them too, the threat is the crime.',
        'Slowness is a good test. Whoever is serious can wait.',
        'A no is allowed at any time, also after a yes.',
      ],
      maybe: [
        'About three in ten complaints in Iraq may come from boys and men.',
        'It may also be no stranger: many are known from school or from the family.',
      ],
      question: 'Which of these is a warning sign?',
      answers: {
        compliment: {
          say: '“You look happy in that picture”',
          why: 'That can simply be kind. Together with hurry and a new app it would be a sign.',
        },
        move: {
          say: '“I love you. Let us go to another app, and send me a picture”',
          why: 'Yes. Hurry, another app and a request for a picture: together they are the sign.',
        },
        slow: {
          say: '“No hurry. Let us talk at school”',
          why: 'This one takes time, and stays where others are. That is the calmer kind.',
        },
      },
    },
    demand: {
      title: 'What is behind a threat',
      says: [
        'Whoever threatens wants something: money, pictures, a meeting, silence.',
        'Fear is the tool. It works best while nobody else knows.',
        'Paying rarely stops it. It shows that the threat works.',
        'Another picture brings another thing to threaten with.',
        'Some are told to carry something, to bring another girl, or to marry.',
        'No demand has to be met, whatever was done before.',
        'Then come false rescuers: “I delete it for you. Send me the picture.”',
        'In 2025 a page “against blackmail” in Basra did just that.',
        'No real helper needs the picture or a password.',
      ],
      maybe: [],
      question: 'Somebody has paid once, and now more is demanded. What helps?',
      answers: {
        last: {
          say: 'Paying one last time',
          why: 'Wanting it to end is only human. But paying again shows that it works. It is fine to stop now.',
        },
        stop: {
          say: 'Stopping, keeping the messages, telling someone',
          why: 'Yes. The messages are evidence, and with a second person it is no longer one against one.',
        },
        rescuer: {
          say: 'Paying someone who promises to delete everything',
          why: 'It sounds like help. But nobody can promise that, and it is often the next trap.',
        },
      },
    },
    'first-hour': {
      title: 'The first hour of a threat',
      says: [
        'First a breath, and somebody near. The threat is the crime.',
        'Three things not to do: pay, send more, delete.',
        'Three things to do: keep, tell, report.',
        'Keep: screenshots with the name or number, the profile and its link, date and time.',
        'Never save a nude picture of anyone under 18, even your own. The words are enough.',
        'Tell one person you trust. “Somebody is threatening me” is enough.',
        'Report: there is one number for a known person, and one for an unknown.',
        'Block only then. Blocking or reporting in the app can erase the chat.',
        'Thinking of hurting yourself? Do not stay alone. Tell somebody near, in any words.',
      ],
      maybe: [],
      question: 'A threat arrived a minute ago. What comes first?',
      answers: {
        delete: {
          say: 'Delete the chat, so that nobody sees it',
          why: 'Wanting it gone is natural. But the chat is the evidence, so it is worth two minutes.',
        },
        reply: {
          say: 'Answer, and ask for time',
          why: 'That feels like winning time. Each answer keeps the talk going. Silence is allowed.',
        },
        keep: {
          say: 'A screenshot, then tell one person',
          why: 'Yes. Two minutes for the evidence, then nobody has to carry it alone.',
        },
      },
    },
    fake: {
      title: 'Pictures that are fake',
      says: [
        'A program can put a face on a body that is not its own.',
        'An ordinary picture is enough for that, such as a profile picture.',
        'Words can lie too, with no program at all.',
        'In Iraq, a girl’s ordinary status picture was put on TikTok with words about her.',
        'A fake hurts as a real picture does. Threatening with it is a threat.',
        'Nobody has to prove that it is fake before getting help.',
        'It can be reported in the app, and at the same numbers.',
        'A profile picture for contacts only gives a fake less to work with.',
      ],
      maybe: [],
      question: 'A picture of a classmate goes round. Some say it is fake. What matters most?',
      answers: {
        truth: {
          say: 'Finding out whether it is real',
          why: 'Everyone would like to know. For her it hurts either way, and looking closely spreads it.',
        },
        stop: {
          say: 'That it goes no further',
          why: 'Yes. Real or fake, it ends with whoever does not pass it on.',
        },
        comment: {
          say: 'Writing under it that it is fake',
          why: 'That is meant well. But a comment brings more people to look. A report in the app helps more.',
        },
      },
    },
    friend: {
      title: 'A friend when it matters',
      says: [
        'One day a picture of a classmate may arrive.',
        'Not passing it on breaks the chain. That is the greatest thing one can do.',
        'Keeping it is not fine either, least of all a nude one of somebody under 18.',
        'Then one sentence to her or to him: “I saw something. I am on your side.”',
        'No question why, and not a word to others.',
        'Whom to tell is her choice, or his. Going along is a great help.',
        'Is somebody in danger now? Then an adult nearby has to know at once.',
        'A boy who writes “delete this” in the group changes a lot.',
      ],
      maybe: ['Passing it on hurts, and may be a crime.'],
      question: 'A picture of a classmate arrives, and somebody laughs. What now?',
      answers: {
        ask: {
          say: 'Send it to one friend, to ask what it is',
          why: 'Asking is natural, and it works without the picture. Every chain begins with one friend.',
        },
        delete: {
          say: 'Delete it, and say nothing',
          why: 'Deleting is good: here it ends. A word to her would show that she is not alone.',
        },
        stand: {
          say: 'Not pass it on, and say: “I am on your side”',
          why: 'Yes. The chain breaks, and she knows that somebody stands by her.',
        },
      },
    },
  },
} as const;
