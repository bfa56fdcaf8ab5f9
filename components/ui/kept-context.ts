import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { defaultSettings } from '../../utils/settings/schema';
import type { Kept } from '../../utils/settings/storage';

const KeptContext = createContext<Kept>({ own: defaultSettings, policy: null, settings: defaultSettings });

export const KeptProvider = KeptContext.Provider;

/** What the person and an organisation have set. */
export function useKept(): Kept {
  return useContext(KeptContext);
}
