interface Properties {
  /** What is chosen; beside the segments only for who cannot see them. */
  readonly legend: string;
  /** Unique on the page. */
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly name: string; readonly text?: string }[];
  /** `null` where it is none of them. */
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Joined side by side, or each with its own button behind the legend. */
  readonly look: 'segments' | 'buttons';
}

/** One of a few; the arrow keys go from one to the next. */
export function Choice({ legend, name, options, chosen, onChoose, look }: Properties) {
  return (
    <fieldset class={look === 'segments' ? 'choice' : 'levels'}>
      <legend class={look === 'segments' ? 'heard' : undefined}>{legend}</legend>
      {options.map((option) => (
        <label key={option.id} title={option.text}>
          <input
            type="radio"
            name={name}
            checked={option.id === chosen}
            onChange={() => onChoose(option.id)}
          />
          <span>{option.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
