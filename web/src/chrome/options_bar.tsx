// The options of the next run, and in words what the chosen scheduler does.

import type {VNode} from 'preact';
import {
  clocks, limits, schedulers, usesQuantum, usesSeed, usesWorkers, type Clock, type Scheduler,
} from '../base/run_options';
import {poolSize} from '../session';
import {current, setOptions} from '../state/documents';
import {t} from '../state/settings';
import {DiceIcon} from './icons';

interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly range: {readonly min: number; readonly max: number};
  readonly optional?: boolean;  // may be left empty
  readonly placeholder?: string;
  readonly set: (value: number | null) => void;
}

// Takes each valid number while it is typed, so that Ctrl+Enter runs with what is seen;
// what is no valid number gives way to the last one when the field is left.
function NumberField(props: NumberFieldProps): VNode {
  const typed = (field: HTMLInputElement): void => {
    if (!field.validity.valid) return;
    if (field.value !== '') props.set(field.valueAsNumber);
    else if (props.optional) props.set(null);
  };
  const left = (field: HTMLInputElement): void => {
    field.value = props.value?.toString() ?? '';
  };
  return (
    <label class="field" for={props.id}>
      <span>{props.label}</span>
      <input
        id={props.id}
        type="number"
        step="1"
        min={props.range.min}
        max={props.range.max}
        value={props.value ?? ''}
        placeholder={props.placeholder ?? ''}
        onInput={(event) => typed(event.currentTarget)}
        onBlur={(event) => left(event.currentTarget)}
      />
    </label>
  );
}

function SeedField({seed}: {readonly seed: number}): VNode {
  const words = t.value;
  return (
    <div class="seed">
      <NumberField
        id="seed"
        label={words.seed}
        value={seed}
        range={limits.seed}
        set={(value) => value !== null && setOptions({seed: value})}
      />
      <button
        type="button"
        class="plain icon-button"
        aria-label={words.newSeed}
        title={words.newSeed}
        onClick={() => setOptions({seed: 1 + Math.floor(Math.random() * 9999)})}
      >
        <DiceIcon />
      </button>
    </div>
  );
}

// Only what the chosen scheduler looks at is there to be set.
export function OptionsBar(): VNode {
  const words = t.value;
  const {options} = current.value;
  const about = words.schedulerAbout[options.sched];
  return (
    <section class="options" aria-label={words.options}>
      <label class="field" for="sched">
        <span>{words.scheduler}</span>
        <select
          id="sched"
          value={options.sched}
          aria-describedby="sched-about"
          onChange={(event) => setOptions({sched: event.currentTarget.value as Scheduler})}
        >
          {schedulers.map((sched) => (
            <option key={sched} value={sched}>
              {words.schedulers[sched]}
            </option>
          ))}
        </select>
      </label>
      {usesWorkers(options.sched) && (
        <NumberField
          id="workers"
          label={words.workers}
          value={options.workers}
          optional
          placeholder={`${words.auto} (${poolSize})`}
          range={limits.workers}
          set={(workers) => setOptions({workers})}
        />
      )}
      {usesSeed(options.sched) && <SeedField seed={options.seed} />}
      {usesQuantum(options.sched) && (
        <NumberField
          id="quantum"
          label={words.quantum}
          value={options.quantum}
          range={limits.quantum}
          set={(quantum) => quantum !== null && setOptions({quantum})}
        />
      )}
      <label class="field" for="clock">
        <span>{words.clock}</span>
        <select
          id="clock"
          value={options.clock}
          title={words.clockAbout}
          onChange={(event) => setOptions({clock: event.currentTarget.value as Clock})}
        >
          {clocks.map((clock) => (
            <option key={clock} value={clock}>
              {words.clocks[clock]}
            </option>
          ))}
        </select>
      </label>
      <p class="options-about" id="sched-about">
        {about}
      </p>
    </section>
  );
}
