import type { Figure } from '../protocol.ts';

interface Properties {
  /** What they are figures of, for who cannot see where they stand. */
  readonly label: string;
  readonly look: 'costs' | 'figures';
  readonly figures: readonly Figure[];
}

/** Numbers side by side, each with its name above and what is to be known of it below. */
export function Figures({ label, look, figures }: Properties) {
  return (
    <dl class={look} aria-label={label}>
      {figures.map(({ name, text, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
          <dd class="quiet">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
