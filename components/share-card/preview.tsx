import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/icon';

/** A picture of what goes, blurred until it is pointed at or shown; an icon when it cannot be drawn. */
export function Preview(props: {
  readonly picture: Blob | null;
  readonly shown: boolean;
  readonly label: string;
  readonly none: string;
  readonly class: string;
}) {
  const { picture, shown, label, none } = props;
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!picture) return;
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  if (!picture || address === null) {
    return (
      <div class={`${props.class} is-empty`} role="img" aria-label={none}>
        <Icon name="image" />
      </div>
    );
  }
  return (
    <div class={shown ? props.class : `${props.class} is-blurred`}>
      <img src={address} alt={label} decoding="async" draggable={false} onError={() => setAddress(null)} />
    </div>
  );
}
