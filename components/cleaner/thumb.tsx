import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../ui/icon';

/** A picture is drawn when it comes this near to what is seen. */
const nearBy = '400px';

interface ThumbProps {
  /** null: there is nothing to look at yet. */
  readonly picture: Blob | null;
  /** Stands in its place when it cannot be drawn. */
  readonly none: IconName;
  /** Blurred until then. */
  readonly shown: boolean;
}

/**
 * A small look at one file, for the eye only: the name is beside it. It is drawn while it is near the part of the
 * list that is seen, so that thousands of pictures are not all in memory.
 */
export function Thumb({ picture, none, shown }: ThumbProps) {
  const frame = useRef<HTMLSpanElement>(null);
  const isNear = useNear(frame);
  const [address, setAddress] = useState<string | null>(null);
  const drawn = isNear && picture?.type.startsWith('image/') ? picture : null;
  useEffect(() => {
    if (!drawn) return;
    const made = URL.createObjectURL(drawn);
    setAddress(made);
    return () => {
      setAddress(null);
      URL.revokeObjectURL(made);
    };
  }, [drawn]);
  return (
    <span class={shown ? 'files__thumb' : 'files__thumb is-blurred'} ref={frame} aria-hidden="true">
      {address === null ? (
        <Icon name={none} />
      ) : (
        <img src={address} alt="" decoding="async" draggable={false} onError={() => setAddress(null)} />
      )}
    </span>
  );
}

const watched = new WeakMap<Element, (isNear: boolean) => void>();
let observer: IntersectionObserver | null = null;

/** One observer for all: each row having its own is slow where there are thousands. */
function sharedObserver(): IntersectionObserver {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) watched.get(target)?.(isIntersecting);
    },
    { rootMargin: nearBy },
  );
  return observer;
}

function useNear(element: { readonly current: Element | null }): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    watched.set(target, setIsNear);
    sharedObserver().observe(target);
    return () => sharedObserver().unobserve(target);
  }, [element]);
  return isNear;
}
