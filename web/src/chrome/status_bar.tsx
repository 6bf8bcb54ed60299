import {signal, useSignalEffect} from '@preact/signals';
import type {VNode} from 'preact';
import {formatSeconds} from '../base/text';
import {engineState, goToProblem, poolSize, problems, runState, statusText, statusTone} from '../session';
import {current} from '../state/documents';
import {screenReader, t} from '../state/settings';

const tickMs = 100;
const elapsed = signal(0);

function useElapsed(): void {
  useSignalEffect(() => {
    const state = runState.value;
    if (state.kind !== 'running') return undefined;
    const tick = (): void => {
      elapsed.value = (performance.now() - state.startedAt) / 1000;
    };
    tick();
    const timer = setInterval(tick, tickMs);
    return () => clearInterval(timer);
  });
}

export function StatusBar(): VNode {
  useElapsed();
  const words = t.value;
  const engine = engineState.value;
  const {sched, workers} = current.value.options;
  const count = sched === 'parallel' || sched === 'gil' ? (workers ?? poolSize) : 1;
  const errors = problems.value.length;
  return (
    <footer class="status">
      <span class={`dot dot-${statusTone.value}`} aria-hidden="true" />
      <span class="status-text" role="status">
        {statusText.value}
      </span>
      {runState.value.kind === 'running' && (
        <span class="status-time" aria-hidden="true">
          {formatSeconds(elapsed.value)} s
        </span>
      )}
      <span class="spacer" />
      {errors > 0 && (
        <button type="button" class="plain status-button status-errors" onClick={goToProblem}>
          {words.problems(errors)}
        </button>
      )}
      <span class="wide-only">{words.tabHint}</span>
      <button
        type="button"
        class="plain status-button"
        aria-pressed={screenReader.value}
        title={words.screenReaderHint}
        onClick={() => (screenReader.value = !screenReader.value)}
      >
        {words.screenReader}
      </button>
      <span class="wide-only">{words.workersCount(count)}</span>
      <span class="wide-only">{engine.kind === 'ready' ? words.engine(engine.version) : 'Heddle'}</span>
    </footer>
  );
}
