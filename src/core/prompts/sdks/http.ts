import type { PromptArgument, Sdk } from '../sdk.ts';

/** Where the body of a request stands: spread among the arguments, or under one of these names. */
const bodies = ['', 'body.', 'json.', 'data.', 'payload.', 'content.', 'CURLOPT_POSTFIELDS.'];

const inBody = (path: string): string[] => bodies.map((body) => body + path);

const inBodyAs = (as: PromptArgument['as'], ...paths: readonly string[]): PromptArgument[] =>
  paths.flatMap((path) => inBody(path).map((found) => ({ path: found, as })));

/**
 * The providers' HTTP interfaces, called without a client: the paths that
 * https://platform.openai.com/docs/api-reference, https://docs.claude.com/en/api/messages and
 * https://ai.google.dev/api/generate-content give, and Ollama's at its port; read 2026-11. Gateways and servers that are
 * made like OpenAI's have the same path.
 */
const address =
  /\/chat\/completions$|\/\/api\.openai\.com\/v1\/(?:responses|completions|embeddings)$|^(?:\/v1)?\/responses$|\/\/api\.anthropic\.com\/v1\/(?:messages|complete)$|\/(?:models|v1\/engines)\/(?<model>[\w.-]*)(?::(?:streamG|g)enerateContent\b|\/completions$)|:11434\/api\/(?:chat|generate)$/;

const prompts = [
  ...inBodyAs('tools', 'tools'),
  ...inBodyAs('system', 'system', 'instructions', 'systemInstruction'),
  ...inBodyAs('messages', 'messages', 'input', 'contents'),
  ...inBodyAs('user', 'prompt'),
];

const posting = [
  ...[
    'fetch',
    '*.fetch',
    '$fetch',
    'ofetch',
    'fetchEventSource',
    'fetchSSE',
    'fetchWithTimeout',
    'fetchWithRetry',
  ],
  ...['axios', '*.post', '*.stream', 'got', 'ky', 'needle', 'request'],
  ...['urllib.request.Request', 'Request'],
  ...['wp_remote_post', 'wp_safe_remote_post', 'wp_remote_request'],
];

const byUrl = { callee: posting, parameters: ['url', 'data'], shape: [['url']] } as const;
const byMethod = {
  callee: ['*.request', '*.stream', 'http.NewRequest'],
  parameters: ['method', 'url', 'data'],
  shape: [['url']],
} as const;

/** Go: https://pkg.go.dev/net/http, .NET: https://learn.microsoft.com/dotnet/api/system.net.http.httpclient, read 2026-11. */
const byClient = [
  { callee: ['http.NewRequestWithContext'], parameters: ['ctx', 'method', 'url', 'data'], shape: [['url']] },
  { callee: ['http.Post', '*.Post'], parameters: ['url', 'type', 'data'], shape: [['url', 'data']] },
  { callee: ['*.PostAsync', '*.PostAsJsonAsync'], parameters: ['url', 'data'], shape: [['url', 'data']] },
] as const;

/** Rust's reqwest, https://docs.rs/reqwest, read 2026-11: `client.post(url).json(&body).send()`. */
const byChain = {
  callee: ['*.send'],
  fluent: true,
  shape: [
    ['post', 'json'],
    ['post', 'body'],
  ],
} as const;

/** PHP's cURL: https://www.php.net/manual/en/function.curl-setopt.php, read 2026-11. */
const byHandle = [
  { callee: ['curl_setopt'], parameters: ['handle', 'option', 'json'], shape: [['handle', 'json']] },
  { callee: ['curl_setopt_array'], parameters: ['handle'], shape: [['handle', 'CURLOPT_POSTFIELDS']] },
] as const;

/** One of its options is the body, which says something to a model. */
const bodyOfHandle = ['json', 'CURLOPT_POSTFIELDS'].flatMap((body) =>
  ['messages', 'prompt', 'input', 'contents'].map((said) => [`${body}.${said}`]),
);

const direct = { prompts, address, sends: true } as const;

/**
 * A body that names a model and what to say to it, sent to a server of the application's own: that one makes the
 * request, with a cap and a system text of its own, so that this is a part of it. What draws and speaks is named by its
 * address, and charges for no tokens.
 */
const relayed = {
  prompts: [
    ...inBodyAs('system', 'system'),
    ...inBodyAs('messages', 'messages'),
    ...inBodyAs('user', 'prompt'),
  ],
  address: /^(?!.*(?:images?\/(?:generat|edit|variation)|txt2img|img2img|\/(?:audio|speech|tts|video)s?\b))/i,
  holds: bodies.flatMap((body) => ['prompt', 'messages'].map((said) => [`${body}model`, body + said])),
  sends: false,
} as const;

export const http: Sdk = {
  id: 'http',
  modules: /^$/,
  modelArguments: inBody('model'),
  capArguments: [
    ...inBody('max_completion_tokens'),
    ...inBody('max_output_tokens'),
    ...inBody('max_tokens'),
    ...inBody('generationConfig.maxOutputTokens'),
    ...inBody('options.num_predict'),
  ],
  settings: {
    stop: ['stop', 'stop_sequences'].flatMap(inBody),
    temperature: ['temperature', 'generationConfig.temperature'].flatMap(inBody),
    responseFormat: inBody('response_format'),
    stream: inBody('stream'),
    seed: inBody('seed'),
    toolChoice: inBody('tool_choice'),
    cacheKey: inBody('prompt_cache_key'),
    cacheRetention: inBody('prompt_cache_retention'),
    serviceTier: inBody('service_tier'),
  },
  calls: [
    { ...direct, ...byUrl },
    { ...direct, ...byMethod },
    { ...relayed, ...byUrl },
    { ...relayed, ...byMethod },
    ...[...byClient, byChain].flatMap((shape) => [
      { ...direct, ...shape },
      { ...relayed, ...shape },
    ]),
    ...byHandle.flatMap((shape) => [
      { ...direct, ...shape, holds: bodyOfHandle },
      { ...relayed, ...shape },
    ]),
  ],
};
