/** Ends a command with exit code 2. The message is one sentence for the person, and says what to do next. */
export class Stop extends Error {
  override readonly name = 'Stop';
}
