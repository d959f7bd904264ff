interface Properties {
  /** What is chosen, for who cannot see it. */
  readonly label: string;
  /** Unique on the page. */
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** One of a few, side by side; the arrow keys go from one to the next. */
export function Choice({ label, name, options, chosen, onChoose }: Properties) {
  return (
    <fieldset class="choice">
      <legend class="heard">{label}</legend>
      {options.map((option) => (
        <label key={option.id}>
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
