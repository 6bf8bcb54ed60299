// Line icons on a 16 px grid; all decorative, so hidden from screen readers.

import type {VNode} from 'preact';

function icon(path: string, filled = false): () => VNode {
  return () => (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill={filled ? 'currentColor' : 'none'}
      stroke={filled ? 'none' : 'currentColor'}
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={path} />
    </svg>
  );
}

export const RunIcon = icon('M4.5 2.6v10.8a.6.6 0 0 0 .92.5l8.3-5.4a.6.6 0 0 0 0-1l-8.3-5.4a.6.6 0 0 0-.92.5z', true);
export const StopIcon = icon('M4.5 3.5h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z', true);
export const ShareIcon = icon('M8 10V2M5 4.8 8 2l3 2.8M3 8v5a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V8');
export const MoonIcon = icon('M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1z');
export const SunIcon = icon('M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.2M8 13.8V15M1 8h1.2M13.8 8H15M3 3l.9.9M12.1 12.1l.9.9M3 13l.9-.9M12.1 3.9l.9-.9');
export const MenuIcon = icon('M2.5 4h11M2.5 8h11M2.5 12h11');
export const ClearIcon = icon('M3 4.5h10M6.5 4V2.8h3V4M4.5 4.5l.5 8.7h6l.5-8.7');
export const CloseIcon = icon('M4.5 4.5l7 7M11.5 4.5l-7 7');
export const SaveIcon = icon('M8 2v8M5 7.2 8 10l3-2.8M3 13.5h10');
export const DiceIcon = icon('M3.5 2.5h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM5.5 5.5h.01M10.5 10.5h.01M8 8h.01M10.5 5.5h.01M5.5 10.5h.01');
export const RestoreIcon = icon('M3 3v3.5h3.5M3.3 6.5A5.3 5.3 0 1 1 2.7 9');

// The mark: warp threads, every other one lifted by the heddle.
export function Mark(): VNode {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" fill="none" stroke-linecap="round">
      <path class="mark-warp" d="M4 3v18M12 3v18M20 3v18" stroke-width="2" />
      <path class="mark-lift" d="M8 3c0 5 0 4 0 9s0 4 0 9M16 3v18" stroke-width="2" />
      <path class="mark-weft" d="M2 12h4.4M9.6 12h4.8M17.6 12H22" stroke-width="2.6" />
    </svg>
  );
}
