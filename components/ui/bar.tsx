/** How much is done, 0 to 1; fills from where the line begins. */
export function Bar({ share, label }: { readonly share: number; readonly label: string }) {
  const percent = Math.floor(share * 100);
  return (
    <div
      class="bar"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i style={{ inlineSize: `${percent}%` }} />
    </div>
  );
}
