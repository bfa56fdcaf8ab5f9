/** Where Safi works, and what a person changes about it: in the popup and in the settings. */
export const sites = {
  off: 'Safi is off on this site',
  offText: 'It was switched off here. Pictures go as they are, and nothing is asked.',
  turnOn: 'Turn on here',
  turnOff: 'Turn off on this site',
  notAdded: 'Safi does not work on this page yet',
  notAddedText: 'With your permission it cleans pictures and asks here too. The browser asks first.',
  add: 'Add this site',
  added: 'This site was added',
  addedText: 'Who gets a picture cannot be told here, so Safi asks as for a group.',
  remove: 'Remove this site',
  isolated: 'This page cannot be protected',
  isolatedText:
    'It shuts itself off, so Safi cannot look into pictures here. It stops each one and asks before it goes as it is.',
  closed: 'Safi cannot work on this page',
  closedText:
    'The browser lets no extension work on its own pages, in its store, or on files that it shows itself.',
  listed: 'It works on {sites}, and on sites with https that are added.',
  others: 'Sites that were added',
  othersNone: 'None yet. Any site with https can be added.',
  address: 'Address of a site',
  addTyped: 'Add',
  noAddress: 'This is not the address of a site with https.',
  already: 'Safi works there already.',
  refused: 'The browser did not allow it.',
  removeNamed: 'Remove {site}',
  everySite: 'every site with https',
} as const;
