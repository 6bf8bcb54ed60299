// The bar between editor and output: dragged, or moved with the arrow keys.

import type {VNode} from 'preact';
import {signal} from '@preact/signals';
import {t} from '../state/settings';
import {load, save} from '../state/storage';

const range = {min: 25, max: 75};
const stepPercent = 2;

function clamp(percent: number): number {
  return Math.max(range.min, Math.min(range.max, percent));
}

const kept = load('split');
export const editorPercent = signal(typeof kept === 'number' && Number.isFinite(kept) ? clamp(kept) : 56);

function set(percent: number): void {
  editorPercent.value = clamp(percent);
  save('split', editorPercent.value);
}

function drag(event: PointerEvent & {currentTarget: HTMLElement}): void {
  const bar = event.currentTarget;
  const box = bar.parentElement?.getBoundingClientRect();
  if (!box || !bar.hasPointerCapture(event.pointerId)) return;
  set(((event.clientX - box.left) / box.width) * 100);
}

export function Splitter(): VNode {
  return (
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t.value.resize}
      aria-valuemin={range.min}
      aria-valuemax={range.max}
      aria-valuenow={Math.round(editorPercent.value)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') set(editorPercent.value - stepPercent);
        if (event.key === 'ArrowRight') set(editorPercent.value + stepPercent);
      }}
    />
  );
}
