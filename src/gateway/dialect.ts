import type { Operation } from '../ledger/call.ts';

/** How a request asks a model, which its path tells, whoever answers. */
export type Dialect = 'chat' | 'responses' | 'completions' | 'embeddings' | 'messages' | 'gemini';

const paths: readonly (readonly [RegExp, Dialect])[] = [
  [/\/chat\/completions$/, 'chat'],
  [/\/responses$/, 'responses'],
  [/\/completions$/, 'completions'],
  [/\/embeddings$/, 'embeddings'],
  [/\/messages$/, 'messages'],
  [/:(?:generateContent|streamGenerateContent|embedContent|batchEmbedContents)$/, 'gemini'],
];

/** `null` for what asks no model, such as the list of models or a count of tokens: it is passed on, and not recorded. */
export function dialectOf(method: string | undefined, path: string): Dialect | null {
  if (method !== 'POST') return null;
  const bare = bareOf(path);
  return paths.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
}

/** @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/ (2026-11-22), whose words these are. */
export function operationOf(dialect: Dialect, path: string): Operation {
  if (dialect === 'gemini') return /embed/i.test(bareOf(path)) ? 'embeddings' : 'generate_content';
  if (dialect === 'completions') return 'text_completion';
  return dialect === 'embeddings' ? 'embeddings' : 'chat';
}

/** Gemini names the model in the path, and so do the deployments of Azure. */
export function modelInPath(path: string): string | null {
  const found = /\/(?:models|tunedModels|deployments)\/([^/:]+)(?=[/:])/.exec(bareOf(path))?.[1];
  return found ?? null;
}

export function isStreamPath(path: string): boolean {
  return bareOf(path).endsWith(':streamGenerateContent');
}

/** Without what stands behind `?`, where Gemini takes keys. */
function bareOf(path: string): string {
  return path.replace(/[?#].*$/s, '');
}
