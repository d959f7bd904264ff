/**
 * What looks like a key, a token or a password. Each begins with what only such things begin with, so that prose stays as
 * it is; and none can take longer than the text is long.
 */
const secrets: readonly RegExp[] = [
  // Providers of models: OpenAI, Anthropic, OpenRouter, Groq, Google, Hugging Face, Replicate, Perplexity, xAI.
  /\b(?:sk|rk|pk)-[\w-]{16,}/g,
  /\b(?:gsk|hf|r8|pplx|xai|nvapi|lsv2|pk-lf|sk-lf)[_-][\w-]{16,}/g,
  /\bAIza[\w-]{30,}/g,
  /\bya29\.[\w.-]{20,}/g,
  // Clouds, forges, chats and payments.
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bgh[pousr]_\w{20,}/g,
  /\bgithub_pat_\w{20,}/g,
  /\bglpat-[\w-]{16,}/g,
  /\bxox[abeoprs]-[\w-]{10,}/g,
  /\b[sr]k_(?:live|test)_\w{10,}/g,
  /\bnpm_\w{20,}/g,
  // A token that says what it is: three parts in base64, the first of which begins a JSON object.
  // Looked for only where such parts follow each other, or a long text of dashes would be read again from each of them.
  /(?<![\w-])(?=[\w-]+\.[\w-]{8,}\.)[\w-]*?\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g,
];

/** What stands behind a name that says it is secret, or in front of the host of an address. */
const named: readonly RegExp[] = [
  /(\b(?:authorization|proxy-authorization)["']?\s{0,3}[:=]\s{0,3}["']?(?:bearer |basic )?)[^\s"',;]{6,}/gi,
  /(\bbearer )[\w.~+/-]{12,}=*/gi,
  /(\b[\w-]{0,40}(?:api[_-]?key|secret|password|passwd|access[_-]?token|auth[_-]?token)["']?\s{0,3}[:=]\s{0,3}["']?)[^\s"',;]{6,}/gi,
  /(\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@]{0,80}:)[^\s/@]{1,200}(?=@)/gi,
];

export const redacted = '[redacted]';

/** The text without what looks like a secret. */
export function redact(text: string): string {
  const bare = secrets.reduce((left, secret) => left.replace(secret, redacted), text);
  return named.reduce((left, secret) => left.replace(secret, `$1${redacted}`), bare);
}
