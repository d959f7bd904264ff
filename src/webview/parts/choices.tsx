import type { Choice } from '../protocol.ts';

interface Properties {
  /** What is chosen. */
  readonly legend: string;
  /** Of the boxes, which tells them from those of other choices. */
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** A few things of which one is chosen, side by side. */
export function Choices({ legend, name, choices, chosen, onChoose }: Properties) {
  return (
    <fieldset class="levels">
      <legend>{legend}</legend>
      {choices.map(({ id, name: label, text }) => (
        <label key={id} title={text}>
          <input type="radio" name={name} checked={id === chosen} onChange={() => onChoose(id)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
