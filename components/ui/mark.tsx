/** Safi's mark: a drop that holds the skyline of a picture. Off: hollow, with a slash, so that the form says it. */
export function Mark({ off = false }: { readonly off?: boolean }) {
  return off ? (
    <svg class="drop" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <mask id="mark-off">
        <path fill="#fff" d="M0 0h32v32H0z" />
        <path d="M4 6.5 27 27.5" stroke="#000" stroke-width="6.4" stroke-linecap="round" />
      </mask>
      <g fill="none" stroke="#798481" stroke-linejoin="round" stroke-width="2.4">
        <path
          mask="url(#mark-off)"
          d="M16 4.2C14 8 6.3 13.9 6.3 20.2a9.7 9.7 0 0 0 19.4 0C25.7 13.9 18 8 16 4.2Z"
        />
        <path stroke-linecap="round" d="M4.5 7 27 27.5" />
      </g>
    </svg>
  ) : (
    <svg class="drop" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path fill="#128f85" d="M16 2.2C15.2 4.6 5 12.4 5 20a11 11 0 0 0 22 0C27 12.4 16.8 4.6 16 2.2Z" />
      <path
        fill="#fff"
        d="M8.2 22.6c2.1-2.9 4.2-4.3 6.1-4.3 3 0 4.4 3.4 7.2 3.4 1 0 1.7-.3 2.6-.9A8.2 8.2 0 0 1 8.2 22.6Z"
      />
    </svg>
  );
}
