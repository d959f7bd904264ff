/** The assistant could not answer. `retryable` says whether asking again may help. */
export class AssistantError extends Error {
  readonly retryable: boolean;

  constructor(message: string, options: { retryable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = 'AssistantError';
    this.retryable = options.retryable;
  }
}
