import type { Audience } from '../../utils/sites/audience';

/** Rings of a 200 box around the picture: radius, and the dots a full ring takes. */
const rings = [
  { radius: 76, dots: 18 },
  { radius: 91.5, dots: 25 },
  { radius: 106, dots: 30 },
] as const;

/** Of up to so many people each has a dot; of more the rings are full and the words carry the number. */
const drawn = 43;

/** Dots on each ring, and how strongly they are drawn. */
export function dotsFor({ kind, members }: Audience): {
  readonly counts: readonly number[];
  readonly strength: number;
} {
  const [inner, outer, far] = rings;
  const full = [inner.dots, outer.dots, far.dots];
  if (kind === 'person') return { counts: [1], strength: 1 };
  if (kind === 'channel' || kind === 'public') return { counts: full, strength: 1 };
  if (members === undefined) return { counts: [inner.dots, outer.dots], strength: 0.35 };
  if (members > drawn) return { counts: full, strength: 1 };
  if (members <= inner.dots) return { counts: [members], strength: 1 };
  const first = Math.round(members * 0.42);
  return { counts: [first, members - first], strength: 1 };
}

/** One dot a person, around the picture. */
export function Ripple({ audience }: { readonly audience: Audience }) {
  const { counts, strength } = dotsFor(audience);
  return (
    <svg viewBox="0 0 200 200" aria-hidden="true" focusable="false">
      {counts.map((count, ring) => {
        const { radius } = rings[ring] ?? rings[0];
        const opacity = strength * (ring === 0 ? 1 : 0.5);
        return (
          <g key={radius} class="ripple__dots" opacity={opacity}>
            {Array.from({ length: count }, (_, index) => {
              const angle = (index / count) * 2 * Math.PI + ring * 0.12 - Math.PI / 2;
              const [x, y] = [100 + radius * Math.cos(angle), 100 + radius * Math.sin(angle)];
              return <circle key={`${radius} ${index}`} cx={x.toFixed(1)} cy={y.toFixed(1)} r="3.6" />;
            })}
          </g>
        );
      })}
    </svg>
  );
}
