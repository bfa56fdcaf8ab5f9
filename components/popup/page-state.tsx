import type { ComponentChildren } from 'preact';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { Mark } from '../ui/mark';
import type { Ground, Protection } from './protection';

export interface PageStateProps {
  readonly protection: Protection;
  /** Why Safi would work on the page; null when it would not. */
  readonly ground: Ground | null;
  /** The page's host; null where the browser does not tell it, or it is none of a site. */
  readonly host: string | null;
  /** What the person has added and the page belongs to is every site. */
  readonly everySite: boolean;
  /** What the listed sites are called. */
  readonly sites: readonly string[];
  /** An organisation has fixed which sites are off. */
  readonly fixed: boolean;
  /** Whether Safi works in private windows; null when the browser does not say. */
  readonly inPrivate: boolean | null;
  readonly onReload: () => void;
  readonly onGrant: () => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
  readonly onSwitch: (on: boolean) => void;
}

/** The truth about the page in front, the one button that repairs it, and the way to have it otherwise. */
export function PageState(props: PageStateProps) {
  const { protection, host, inPrivate } = props;
  const { popup } = useSpeech().words;
  const on = protection === 'protected';
  return (
    <section class={on ? 'state' : 'state state--off'} role="status" data-state={protection}>
      <Mark off={!on} />
      <div>
        <Title protection={protection} />
        {host && (
          <bdi dir="ltr" class="ltr muted small">
            {host}
          </bdi>
        )}
      </div>
      <Explanation {...props} />
      <Repair {...props} />
      <Otherwise {...props} />
      {inPrivate !== null && (
        <p class="wide muted" data-private={inPrivate ? 'on' : 'off'}>
          {inPrivate ? popup.privateOn : popup.privateOff}
        </p>
      )}
    </section>
  );
}

function Title({ protection }: Pick<PageStateProps, 'protection'>) {
  const { popup, sites } = useSpeech().words;
  const titles: Readonly<Record<Protection, string>> = {
    protected: popup.protected,
    partly: popup.partly,
    reload: popup.reload,
    'no-access': popup.noAccess,
    off: sites.off,
    isolated: sites.isolated,
    closed: sites.closed,
    'not-added': sites.notAdded,
    'not-listed': popup.notListed,
  };
  return <h2>{titles[protection]}</h2>;
}

function Explanation({ protection, ground, sites: listed }: PageStateProps) {
  const { words, filled } = useSpeech();
  const { popup, sites } = words;
  const names = (
    <bdi dir="ltr" translate={false}>
      {listed.join(', ')}
    </bdi>
  );
  const texts: Readonly<Record<Protection, ComponentChildren>> = {
    protected: popup.protectedText,
    partly: popup.partlyText,
    reload: popup.reloadText,
    'no-access': popup.noAccessText,
    off: sites.offText,
    isolated: sites.isolatedText,
    closed: sites.closedText,
    'not-added': sites.notAddedText,
    'not-listed': filled(sites.listed, { sites: names }),
  };
  return (
    <>
      <p class="wide">{texts[protection]}</p>
      {protection === 'protected' && ground === 'added' && <p class="wide">{sites.addedText}</p>}
    </>
  );
}

/** What makes the page protected. */
function Repair({ protection, onReload, onGrant, onAdd, onSwitch, fixed }: PageStateProps) {
  const { popup, sites } = useSpeech().words;
  switch (protection) {
    case 'reload':
    case 'partly':
      return (
        <button type="button" class="btn btn--main" data-action="reload" onClick={onReload}>
          <Icon name="rotate-cw" />
          {popup.reloadButton}
        </button>
      );
    case 'no-access':
      return (
        <button type="button" class="btn btn--main" data-action="grant" onClick={onGrant}>
          {popup.noAccessButton}
        </button>
      );
    case 'not-added':
      return (
        <button type="button" class="btn btn--main" data-action="add-site" onClick={onAdd}>
          {sites.add}
        </button>
      );
    case 'off':
      return fixed ? null : (
        <button type="button" class="btn btn--main" data-action="site-on" onClick={() => onSwitch(true)}>
          {sites.turnOn}
        </button>
      );
    default:
      return null;
  }
}

/** What takes Safi off the site again. */
function Otherwise({ protection, ground, everySite, fixed, onRemove, onSwitch }: PageStateProps) {
  const { words, filled } = useSpeech();
  const { sites } = words;
  if (ground === 'added') {
    return (
      <button type="button" class="btn btn--small" data-action="remove-site" onClick={onRemove}>
        {everySite ? filled(sites.removeNamed, { site: sites.everySite }) : sites.remove}
      </button>
    );
  }
  if (ground === null || fixed || ['off', 'no-access', 'closed'].includes(protection)) return null;
  return (
    <button type="button" class="btn btn--small" data-action="site-off" onClick={() => onSwitch(false)}>
      {sites.turnOff}
    </button>
  );
}
