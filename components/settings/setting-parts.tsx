import type { ComponentChildren } from 'preact';
import type { FixableSetting } from '../../utils/settings/policy';
import { useKept } from '../ui/kept-context';
import { useSpeech } from '../ui/language';
import { setBy } from '../ui/organisation';

/** Says beside a setting that an organisation has fixed it, and who; nothing where it has not. */
export function FixedNote({ setting }: { readonly setting: FixableSetting }) {
  const { policy } = useKept();
  const speech = useSpeech();
  if (!policy || !(setting in policy.fixed)) return null;
  return (
    <p class="small muted" data-fixed={setting}>
      {setBy(policy, speech)}
    </p>
  );
}

/** Whether an organisation has fixed a setting. */
export function useFixed(setting: FixableSetting): boolean {
  return setting in (useKept().policy?.fixed ?? {});
}

interface ChoiceProps {
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly on: boolean;
  readonly fixed?: boolean;
}

function Word({ label, hint }: Pick<ChoiceProps, 'label' | 'hint'>) {
  return (
    <span class="word">
      <span>{label}</span>
      {hint !== undefined && <small>{hint}</small>}
    </span>
  );
}

/** One of several ways. */
export function Way(
  props: ChoiceProps & { readonly setting: string; readonly value: string; readonly onChoose: () => void },
) {
  const { setting, value, on, fixed = false, onChoose } = props;
  return (
    <label class="check">
      <input
        type="radio"
        name={setting}
        data-setting={setting}
        value={value}
        checked={on}
        disabled={fixed}
        onChange={onChoose}
      />
      <Word {...props} />
    </label>
  );
}

/** Something that is on or off. */
export function Switch(
  props: ChoiceProps & {
    readonly setting: string;
    /** What else tells this switch from its neighbours. */
    readonly site?: string;
    readonly onSwitch: (on: boolean) => void;
  },
) {
  const { setting, site, on, fixed = false, onSwitch } = props;
  return (
    <label class="switch">
      <Word {...props} />
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        data-setting={setting}
        data-site={site}
        checked={on}
        disabled={fixed}
        onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
      />
    </label>
  );
}
