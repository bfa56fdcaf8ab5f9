import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { Mark } from '../ui/mark';

/** What Safi is for, in two sentences and a picture: a photograph goes on, and three things stay behind. */
export function Hero() {
  const { welcome } = useSpeech().words;
  return (
    <div class="hero">
      <div>
        <h1>{welcome.lead}</h1>
        <p>{welcome.text}</p>
      </div>
      <div class="leave" aria-hidden="true">
        <i>
          <Icon name="map-pin" />
        </i>
        <i>
          <Icon name="smartphone" />
        </i>
        <i>
          <Icon name="clock" />
        </i>
        <svg viewBox="0 0 160 120" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
          <path fill="#f3dcb8" d="M0 0h160v120H0z" />
          <circle cx="122" cy="34" r="12" fill="#e9a15a" />
          <path fill="#a9b98a" d="M0 62c32-12 53-12 80-4s53 6 80-4v66H0Z" />
          <path fill="#7fb3bd" d="M0 80c40-8 80 6 160-2v42H0Z" />
          <path fill="none" stroke="#a8cfd6" stroke-width="3" d="M0 96c40-6 80 6 160-2" />
          <path fill="none" stroke="#7d5b3c" stroke-width="4" d="M34 80c1-16 1-26-1-40" />
          <path
            fill="#5f7f4c"
            d="M33 41c-10-8-18-6-22 0 8-2 14-1 22 0ZM33 41c-4-12-12-14-18-12 8 3 13 6 18 12ZM33 41c8-10 18-9 22-2-8-2-14 0-22 2ZM33 41c2-12 10-16 16-14-7 4-12 8-16 14Z"
          />
        </svg>
        <Mark />
      </div>
    </div>
  );
}
