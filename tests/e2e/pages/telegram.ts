/** What a test may open in an imitation of a Telegram web app: the parts that both apps show alike. */

export interface TelegramChat {
  /** As the address has it after its `#`. */
  readonly address: string;
  readonly peer: string;
  readonly title: string;
  /** The line under the name, in the app's words; in a person's chat when they were last there. */
  readonly status: string;
  readonly kind: 'person' | 'saved' | 'group' | 'channel';
}

export const telegramChats: readonly TelegramChat[] = [
  { address: '5', peer: '5', title: 'Sara', status: 'last seen recently', kind: 'person' },
  { address: '7001', peer: '7001', title: 'Saved Messages', status: '', kind: 'saved' },
  { address: '-100200', peer: '-100200', title: 'Class 6', status: '43 members, 3 online', kind: 'group' },
  { address: '-100300', peer: '-100300', title: 'News', status: '12,000 subscribers', kind: 'channel' },
];

/**
 * A page that draws the chat its address names, again whenever the address changes, as both apps do.
 * @param draw body of a function of `chat` that returns the markup
 * @param act script that runs after each drawing
 */
export function telegramPage(draw: string, act: string): string {
  return `<style>
    main { position: fixed; inset: 0; background: #eee }
    header { padding: 16px; background: #fff }
    button { padding: 16px }
    [contenteditable] { min-block-size: 40px; background: #fff; margin: 16px }
  </style><main></main><script>
    const chats = ${JSON.stringify(telegramChats)};
    const draw = (chat) => { ${draw} };
    const show = () => {
      const chat = chats.find(({ address }) => address === location.hash.slice(1));
      document.querySelector('main').innerHTML = chat ? draw(chat) : '';
      if (chat) act();
    };
    const act = () => { ${act} };
    addEventListener('hashchange', show);
    show();
  </script>`;
}

/** Takes a drop as Telegram A does: the entry of each item if there is one, else its file. K reads the files. */
export const telegramDrop = `
  const zone = document.querySelector('main');
  zone.ondragover = (event) => event.preventDefault();
  zone.ondrop = (event) => {
    event.preventDefault();
    give([...event.dataTransfer.items].filter(({ kind }) => kind === 'file').map((item) => item.getAsFile()));
  };
  document.querySelector('[contenteditable]').onpaste = (event) => {
    event.preventDefault();
    give(event.clipboardData.files);
  };
`;
