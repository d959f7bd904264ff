/** What the name of a model in a source says, in the provider's own spelling. */
export interface ModelName {
  /** The company that serves it, as the price catalog calls it; `null` where the name does not say. */
  readonly host: string | null;
  /** What the host calls it, such as `us.anthropic.claude-sonnet-4-5-20250929-v1:0`. Lower case. */
  readonly id: string;
  /** What its maker calls it, such as `claude-sonnet-4-5-20250929`; of a fine-tuned model, what it was tuned from. */
  readonly model: string;
  /** What rules about a model are written for: without the day of its release, and for Claude always `claude-LINE-VERSION`, such as `claude-sonnet-3.5`. */
  readonly kind: string;
}

/** Prefixes, before `/` or `:`, by which LiteLLM, LangChain, OpenRouter and the Vercel AI SDK name the company that serves a model. */
const hosts: Readonly<Record<string, string>> = {
  openai: 'openai',
  'text-completion-openai': 'openai',
  azure: 'azure',
  azure_ai: 'azure',
  azure_openai: 'azure',
  anthropic: 'anthropic',
  bedrock: 'aws',
  bedrock_converse: 'aws',
  'amazon-bedrock': 'aws',
  aws: 'aws',
  google: 'google',
  google_genai: 'google',
  google_vertexai: 'google',
  'google-gla': 'google',
  'google-vertex': 'google',
  gemini: 'google',
  googleai: 'google',
  models: 'google',
  vertex: 'google',
  vertex_ai: 'google',
  vertex_ai_beta: 'google',
  mistral: 'mistral',
  mistralai: 'mistral',
  codestral: 'mistral',
  deepseek: 'deepseek',
  cohere: 'cohere',
  cohere_chat: 'cohere',
  xai: 'x-ai',
  'x-ai': 'x-ai',
  grok: 'x-ai',
  groq: 'groq',
  together: 'together',
  together_ai: 'together',
  togetherai: 'together',
  fireworks: 'fireworks',
  fireworks_ai: 'fireworks',
  openrouter: 'openrouter',
  perplexity: 'perplexity',
  cerebras: 'cerebras',
  moonshot: 'moonshotai',
  moonshotai: 'moonshotai',
  novita: 'novita',
  ovhcloud: 'ovhcloud',
  voyage: 'voyageai',
  cloudflare: 'cloudflare',
  github_copilot: 'github-copilot',
};

/** Reads a model's name as a program writes it. Never fails: what is not recognised stays as it is. */
export function modelName(written: string): ModelName {
  const { host, id } = splitHost(written.trim().toLowerCase());
  const model = makersName(id);
  return { host, id, model, kind: claudeKind(undated(model)) };
}

/** The name without the day of its release (`-2024-08-06`, `-20250929`) or `-latest`. */
export function undated(model: string): string {
  return model.replace(/-(?:20\d{2}-\d{2}-\d{2}|20\d{6}|latest)$/, '');
}

/** The name that the configuration gives for one it calls an alias; an alias of an alias is followed. */
export function resolveAlias(model: string, aliases: Readonly<Record<string, string>>): string {
  const seen = new Set<string>();
  let name = model;
  while (!seen.has(name) && Object.hasOwn(aliases, name)) {
    seen.add(name);
    name = aliases[name] ?? name;
  }
  return name;
}

/** The catalog's name of the company that an SDK, or a prefix of a model's name, speaks to; `null` when it says nothing. */
export function hostOf(name: string): string | null {
  return Object.hasOwn(hosts, name) ? (hosts[name] ?? null) : null;
}

function splitHost(name: string): { host: string | null; id: string } {
  // An inference profile's ARN, or a resource path of Vertex AI.
  if (name.startsWith('arn:aws:bedrock:')) return { host: 'aws', id: name.slice(name.lastIndexOf('/') + 1) };
  const resource = /(?:^|\/)publishers\/[^/]+\/models\/(.+)$/.exec(name);
  if (resource) return { host: 'google', id: resource[1] ?? name };

  const [, prefix, rest] = /^([a-z0-9_-]+)[/:](.+)$/.exec(name) ?? [];
  const host = prefix === undefined ? null : hostOf(prefix);
  if (host === null || rest === undefined) return { host: bedrockVendor.test(name) ? 'aws' : null, id: name };
  return { host, id: rest.replace(/^(?:converse|invoke|models)\//, '') };
}

/** `us.anthropic.`, `meta.`: a region, perhaps, and the maker, before a name on Bedrock. */
const bedrockVendor =
  /^(?:[a-z-]+\.)?(?:anthropic|amazon|meta|mistral|cohere|ai21|deepseek|openai|qwen|google|writer|nvidia)\.(?=[a-z])/;

function makersName(id: string): string {
  // Fine-tuned: `ft:gpt-4o-mini-2024-07-18:bakery::abc`.
  const tuned = /^ft:([^:]+)/.exec(id);
  if (tuned) return tuned[1] ?? id;
  const last = id.slice(id.lastIndexOf('/') + 1);
  const name = last.replace('deepseek.r', 'deepseek.deepseek-r').replace(bedrockVendor, '');
  return (
    name
      // A version on Bedrock: `-v1:0`, `-v2:0:200k`, `-1:0`, and `-v1` alone.
      .replace(/-v?\d+:\d+(?::\w+)?$/, '')
      .replace(name === last ? /$/ : /-v\d+$/, '')
      // An OpenRouter variant (`:free`) or an Ollama tag (`:8b`).
      .replace(/:[\w.-]*$/, '')
      // Vertex AI's `@20241022`, `@default`.
      .replace(/@(?:default)?/, '-')
      .replace(/-$/, '')
  );
}

/** Anthropic has written the line before the version and behind it, the version with a dot and with a dash. */
function claudeKind(model: string): string {
  const lineFirst = /^claude-(?<line>[a-z]{2,})-(?<major>\d+)(?:[.-](?<minor>\d{1,2}))?(?![\d.])/.exec(model);
  const {
    line,
    major,
    minor = '0',
  } = (lineFirst ?? /^claude-(?<major>\d+)(?:[.-](?<minor>\d{1,2}))?-(?<line>[a-z]+)/.exec(model))?.groups ??
  {};
  if (line === undefined || major === undefined) return model;
  return `claude-${line}-${major}${minor === '0' ? '' : `.${minor}`}`;
}
