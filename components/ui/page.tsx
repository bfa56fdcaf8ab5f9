import { Component, type ComponentChildren, render } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { isLanguage, type Language, languageOfBrowser, languages } from '../../utils/i18n/languages';
import { type Words, wordsOf } from '../../utils/i18n/words';
import type { Settings } from '../../utils/settings/schema';
import { type Kept, loadKept, watchKept } from '../../utils/settings/storage';
import { KeptProvider } from './kept-context';
import { LanguageProvider, useSpeech } from './language';

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

/** What a page's title says before the name; null for the name alone. */
export type TitleOf = (words: Words) => string | null;

function Title({ of }: { readonly of: TitleOf }) {
  const { words, language } = useSpeech();
  const section = of(words);
  // Under a discreet name no title says the other one.
  const tells = words.name !== wordsOf(language).name && section?.includes(wordsOf(language).name);
  const title = section === null || tells ? words.name : `${section} · ${words.name}`;
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}

function Page(props: {
  readonly first: Kept;
  readonly title: TitleOf;
  readonly children: ComponentChildren;
}) {
  const { first, title, children } = props;
  const [kept, setKept] = useState(first);
  const { address, discreetName } = kept.settings;
  const language = languageFor(kept.settings);
  useEffect(() => {
    const life = new AbortController();
    watchKept(setKept, life.signal);
    return () => life.abort();
  }, []);
  speak(language);
  return (
    <KeptProvider value={kept}>
      <LanguageProvider language={language} address={address} discreet={discreetName}>
        <Title of={title} />
        <Fallback language={language}>{children}</Fallback>
      </LanguageProvider>
    </KeptProvider>
  );
}

/** Renders a page of the extension into `#app`, in the person's language, and again when that changes. */
export async function mountPage(children: ComponentChildren, title: TitleOf = () => null): Promise<void> {
  const app = document.getElementById('app');
  if (!app) throw new Error('the page has no #app');
  render(
    <Page first={await loadKept()} title={title}>
      {children}
    </Page>,
    app,
  );
}
