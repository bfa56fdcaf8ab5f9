import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { HelpScreen } from '../../utils/help/screen';
import type { SheetAnswers, SheetField } from '../../utils/help/sheet';

/** What the panel's screens share, all of it in memory. */
export interface Panel {
  readonly go: (screen: HelpScreen) => void;
  readonly answers: SheetAnswers;
  readonly onAnswer: (field: SheetField, answer: string) => void;
}

const PanelContext = createContext<Panel>({ go: () => {}, answers: {}, onAnswer: () => {} });

export const PanelProvider = PanelContext.Provider;

export function usePanel(): Panel {
  return useContext(PanelContext);
}
