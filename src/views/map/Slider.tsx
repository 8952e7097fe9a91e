// A native slider whose drag is one decision: the first move enters the history, the moves after it replace it.
import { useId, useRef } from 'preact/hooks';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value in words, shown beside and read aloud. */
  readonly text: string;
  readonly onMove: (value: number, how: 'decide' | 'adjust') => void;
}

/** A pause this long between keys begins a new decision. */
const PAUSE_MS = 1500;

export function Slider({ label, value, min, max, step, text, onMove }: SliderProps) {
  const id = useId();
  const lastMove = useRef(Number.NEGATIVE_INFINITY);
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onPointerDown={() => {
          lastMove.current = Number.NEGATIVE_INFINITY;
        }}
        onInput={(event) => {
          const now = performance.now();
          const how = now - lastMove.current > PAUSE_MS ? 'decide' : 'adjust';
          lastMove.current = now;
          onMove(event.currentTarget.valueAsNumber, how);
        }}
      />
      <output for={id}>{text}</output>
    </div>
  );
}
