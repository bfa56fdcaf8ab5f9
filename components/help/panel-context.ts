import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Region } from '../../utils/help/posters';
import type { HelpScreen } from '../../utils/help/screen';
import type { SheetAnswers, SheetField } from '../../utils/help/sheet';

/** What the panel's screens share, all of it in memory. */
export interface Panel {
  readonly go: (screen: HelpScreen) => void;
  /** Whose numbers are meant: that of the lines which were looked at last, or was chosen for print. */
  readonly region: Region;
  readonly onRegion: (region: Region) => void;
  readonly answers: SheetAnswers;
  readonly onAnswer: (field: SheetField, answer: string) => void;
}

const PanelContext = createContext<Panel>({
  go: () => {},
  region: 'federal',
  onRegion: () => {},
  answers: {},
  onAnswer: () => {},
});

export const PanelProvider = PanelContext.Provider;

export function usePanel(): Panel {
  return useContext(PanelContext);
}
