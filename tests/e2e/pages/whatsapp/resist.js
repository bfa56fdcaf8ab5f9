/** @typedef {import('../whatsapp-types').ChatOptions} ChatOptions */

/**
 * What a test may have the page do: show another chat, and act against a card.
 *
 * @param {(chat: ChatOptions) => void} show
 */
export function makeImitation(show) {
  return {
    /** @param {ChatOptions} next */
    switchChat(next) {
      show(next);
    },
    /** @param {string} css */
    addStyle(css) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    removeForeign() {
      const remove = () => {
        for (const child of [...document.documentElement.children]) {
          if (child !== document.head && child !== document.body) child.remove();
        }
      };
      new MutationObserver(remove).observe(document.documentElement, { childList: true });
      remove();
    },
    openModal() {
      const dialog = document.createElement('dialog');
      dialog.append('A dialog of the page');
      document.body.append(dialog);
      dialog.showModal();
    },
    goFullscreen: () => document.documentElement.requestFullscreen(),
  };
}
