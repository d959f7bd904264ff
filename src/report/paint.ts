/** Colours of a terminal by what they mean; one of two sets, so that no report asks whether it has colours. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly error: (text: string) => string;
}

const same = (text: string) => text;
const code = (on: number, off: number) => (text: string) =>
  text === '' ? '' : `\u001B[${on}m${text}\u001B[${off}m`;

export const plain: Paint = { strong: same, quiet: same, warning: same, error: same };

/** Only the sixteen colours that follow the terminal's own theme. */
export const coloured: Paint = {
  strong: code(1, 22),
  quiet: code(2, 22),
  warning: code(33, 39),
  error: code(31, 39),
};
