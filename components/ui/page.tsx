import { Component, type ComponentChildren, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isLanguage, type Language, languageOfBrowser, languages } from '../../utils/i18n/languages';
import { wordsOf } from '../../utils/i18n/words';
import type { Settings } from '../../utils/settings/schema';
import { type Kept, loadKept, watchKept } from '../../utils/settings/storage';
import { KeptProvider } from './kept-context';
import { LanguageProvider } from './language';

/** The language a page speaks: `?lang=` in its address, else the setting, else the browser's. */
function languageFor(settings: Settings): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isLanguage(asked)) return asked;
  return settings.language ?? languageOfBrowser(navigator.languages);
}

function speak(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = languages[language].dir;
}

/** Keeps a page that fails from being an empty one. */
class Fallback extends Component<{ language: Language; children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render() {
    return this.state.failed ? (
      <p class="broken">{wordsOf(this.props.language).broken}</p>
    ) : (
      this.props.children
    );
  }
}

function Page({ first, children }: { readonly first: Kept; readonly children: ComponentChildren }) {
  const [kept, setKept] = useState(first);
  const language = languageFor(kept.settings);
  useEffect(() => {
    const life = new AbortController();
    watchKept(setKept, life.signal);
    return () => life.abort();
  }, []);
  speak(language);
  return (
    <KeptProvider value={kept}>
      <LanguageProvider language={language}>
        <Fallback language={language}>{children}</Fallback>
      </LanguageProvider>
    </KeptProvider>
  );
}

/** Renders a page of the extension into `#app`, in the person's language, and again when that changes. */
export async function mountPage(children: ComponentChildren): Promise<void> {
  const app = document.getElementById('app');
  if (!app) throw new Error('the page has no #app');
  render(<Page first={await loadKept()}>{children}</Page>, app);
}
