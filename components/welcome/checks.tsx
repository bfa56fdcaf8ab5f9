import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import type { Readiness } from './readiness';

export interface ChecksProps {
  /** Null while the browser is being asked. */
  readonly readiness: Readiness | null;
  readonly browserName: 'chromium' | 'firefox';
  /** Asks the browser for its permission, within the click; whether it was given. */
  readonly onGrant: () => Promise<boolean>;
  readonly onReload: () => void;
  /** Opens the browser's settings of this extension; null where no extension may. */
  readonly onBrowserSettings: (() => void) | null;
}

/** Whether everything is ready: the permission, private windows, pages that were open before. */
export function Checks({ readiness, browserName, ...does }: ChecksProps) {
  const { words, filled, count } = useSpeech();
  const { access, inPrivate, tabs, checks, looking } = words.welcome;
  const [refused, setRefused] = useState(false);
  const grant = () => {
    does.onGrant().then((given) => setRefused(!given), reportError);
  };
  const stale = readiness?.stale.length ?? 0;
  const withheld = readiness?.withheld ?? [];
  return (
    <section class="group" aria-labelledby="checks" data-checks={readiness ? 'known' : 'looking'}>
      <h2 id="checks">{checks}</h2>
      <div role="status" class="lines">
        {readiness ? (
          <>
            <Check name="access" title={access.title} fine={withheld.length === 0}>
              <p>
                {withheld.length === 0
                  ? access.granted
                  : filled(access.withheld, { sites: <bdi dir="ltr">{withheld.join(', ')}</bdi> })}
              </p>
              {refused && withheld.length > 0 && <p data-refused>{access.refused}</p>}
              {withheld.length > 0 && (
                <button type="button" class="btn btn--main" data-action="grant" onClick={grant}>
                  {access.ask}
                </button>
              )}
            </Check>
            <Check name="private" title={inPrivate.title} fine={readiness.inPrivate}>
              <p>{readiness.inPrivate ? inPrivate.on : inPrivate.off}</p>
              {!readiness.inPrivate && (
                <p class="muted">{browserName === 'firefox' ? inPrivate.inFirefox : inPrivate.inChromium}</p>
              )}
              {!readiness.inPrivate && does.onBrowserSettings && (
                <button
                  type="button"
                  class="btn"
                  data-action="browser-settings"
                  onClick={does.onBrowserSettings}
                >
                  {inPrivate.open}
                </button>
              )}
            </Check>
            <Check name="tabs" title={tabs.title} fine={stale === 0}>
              <p>{stale === 0 ? tabs.none : count(tabs.stale, stale)}</p>
              {stale > 0 && (
                <>
                  <p class="muted">{tabs.unsent}</p>
                  <button type="button" class="btn" data-action="reload" onClick={does.onReload}>
                    <Icon name="rotate-cw" />
                    {count(tabs.reload, stale)}
                  </button>
                </>
              )}
            </Check>
          </>
        ) : (
          <p>{looking}</p>
        )}
      </div>
    </section>
  );
}

function Check({
  name,
  title,
  fine,
  children,
}: {
  readonly name: string;
  readonly title: string;
  readonly fine: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={fine ? 'ready' : 'ready ready--not'} data-check={name} data-fine={fine}>
      <Icon name={fine ? 'check' : 'info'} />
      <div class="ready__words">
        <h3>{title}</h3>
        {children}
      </div>
    </div>
  );
}
