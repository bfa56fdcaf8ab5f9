import { bareWordsOf } from '../i18n/bare-words';
import { type Language, languages } from '../i18n/languages';
import type { Surface } from './guard-host';

/**
 * The card that share-guard draws by itself when there is no guard frame to draw one: plain DOM, no library.
 * The page can neither reach its buttons (closed shadow root) nor press them (trusted events only).
 */

/** `interrupted`: the frame could not be had, the file is kept. `changed`, `updated`: nothing was sent. */
export type BareReason = 'interrupted' | 'changed' | 'updated';
export type BareChoice = 'retry' | 'not-now' | 'send-original' | 'close';

/** Buttons ignore what comes sooner after the card was shown, in milliseconds. */
const settleFor = 500;

const choicesOf: Readonly<Record<BareReason, readonly BareChoice[]>> = {
  interrupted: ['retry', 'not-now', 'send-original'],
  changed: ['close'],
  updated: ['close', 'send-original'],
};

const cardLook =
  'box-sizing:border-box;max-inline-size:30rem;margin:12vh auto 0;padding:20px;border-radius:20px;border:1px solid #d6dfdc;background:#fff;color:#14302c;font:17px/1.6 "Segoe UI","Noto Sans Arabic",Tahoma,system-ui,sans-serif';

const headingLook = 'font:inherit;font-weight:700;font-size:22px;margin:0 0 8px;outline:none';

const buttonLook =
  'min-block-size:44px;padding:8px 20px;margin-block-start:8px;margin-inline-end:8px;border-radius:12px;border:1px solid #768984;background:#fff;color:#14302c;font:inherit;cursor:pointer';

const mainLook = `${buttonLook};background:#0b6a63;color:#fff`;

/**
 * Draws the card into the dialog, shows it by `show`, and gives the person's choice. Escape is the mildest one, and
 * so is a card that cannot be shown or is taken away.
 */
export function askBarely(
  { dialog, life: { signal } }: Surface,
  reason: BareReason,
  language: Language,
  show: () => boolean,
): Promise<BareChoice> {
  const { ownerDocument: document } = dialog;
  const words = bareWordsOf(language);
  const ended = new AbortController();
  const card = document.createElement('section');
  card.lang = language;
  card.dir = languages[language].dir;
  card.dataset.level = 'refused';
  card.setAttribute('role', 'document');
  card.style.cssText = cardLook;
  const heading = document.createElement('h1');
  heading.tabIndex = -1;
  heading.style.cssText = headingLook;
  heading.textContent = words[reason];
  card.append(heading);
  if (reason !== 'changed') {
    const body = document.createElement('p');
    body.style.margin = '0 0 16px';
    body.textContent = words.notSent;
    card.append(body);
  }
  dialog.replaceChildren(card);
  dialog.setAttribute('aria-label', heading.textContent);

  const labels: Readonly<Record<BareChoice, string>> = {
    retry: words.retry,
    'not-now': words.notNow,
    'send-original': words.sendOriginal,
    close: words.close,
  };
  const mildest = reason === 'interrupted' ? 'not-now' : 'close';

  return new Promise((resolve) => {
    let shownAt = Number.POSITIVE_INFINITY;
    const settle = (choice: BareChoice) => {
      ended.abort();
      resolve(choice);
    };
    const settled = (event: Event) => event.isTrusted && performance.now() - shownAt > settleFor;
    for (const choice of choicesOf[reason]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.action = choice;
      button.textContent = labels[choice];
      button.style.cssText = choice === choicesOf[reason][0] ? mainLook : buttonLook;
      button.addEventListener(
        'click',
        (event) => {
          if (settled(event)) settle(choice);
        },
        { signal: ended.signal },
      );
      card.append(button);
    }
    // Keys belong to the card: the page must not act on them. What the browser does with them stays.
    for (const type of ['keydown', 'keyup', 'keypress']) {
      window.addEventListener(type, (event) => event.stopImmediatePropagation(), {
        capture: true,
        signal: ended.signal,
      });
    }
    dialog.addEventListener(
      'cancel',
      (event) => {
        event.preventDefault();
        if (settled(event)) settle(mildest);
      },
      { signal: ended.signal },
    );
    signal.addEventListener('abort', () => settle(mildest), { once: true, signal: ended.signal });
    if (signal.aborted || !show()) {
      settle(mildest);
      return;
    }
    shownAt = performance.now();
    heading.focus();
  });
}
