// One short message at a time: a toast that goes by itself, or an alert that stays.

import {signal} from '@preact/signals';
import type {VNode} from 'preact';
import {t} from '../state/settings';

interface Notice {
  readonly text: string;
  readonly link?: string;  // shown to be copied by hand
  readonly stays: boolean;
}

const toastMs = 4000;
const notice = signal<Notice | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

export function toast(text: string): void {
  show({text, stays: false});
  timer = setTimeout(() => (notice.value = null), toastMs);
}

export function alert(text: string, link?: string): void {
  show(link === undefined ? {text, stays: true} : {text, link, stays: true});
}

function show(next: Notice): void {
  clearTimeout(timer);
  notice.value = next;
}

export function NoticeArea(): VNode {
  const shown = notice.value;
  return (
    <div class="notices">
      <div role="status">{shown && !shown.stays && <p class="notice">{shown.text}</p>}</div>
      <div role="alert">
        {shown?.stays && (
          <div class="notice notice-stays">
            <p>{shown.text}</p>
            {shown.link !== undefined && (
              <input
                readOnly
                value={shown.link}
                aria-label={shown.text}
                ref={(field) => field?.select()}
              />
            )}
            <button type="button" class="plain" onClick={() => (notice.value = null)}>
              {t.value.close}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
