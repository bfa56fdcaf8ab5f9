import { fillText } from '../../utils/i18n/fill';
import { type Policy, textIn } from '../../utils/settings/policy';
import type { Speech } from './language';

/** Isolates a name inside a plain text, so that its direction disturbs nothing. */
const isolated = (name: string) => `\u2068${name}\u2069`;

/** The name of who set a policy; an organisation that does not name itself is called one. */
export function organisationIn(policy: Policy, { words, language }: Speech): string {
  return policy.organisation ? isolated(textIn(policy.organisation, language)) : words.settings.someone;
}

/** "Set by …", of a policy. */
export function setBy(policy: Policy, speech: Speech): string {
  return fillText(speech.words.settings.setBy, { who: organisationIn(policy, speech) });
}
