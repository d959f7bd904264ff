/**
 * Ids of models for which SDKs have constants. Collected 2026-11 from the constants of the Go clients
 * (https://github.com/openai/openai-go, https://github.com/sashabaranov/go-openai,
 * https://github.com/anthropics/anthropic-sdk-go); the clients of other languages name the same models.
 */
const ids = `
    chatgpt-4o-latest claude-2.0 claude-2.1 claude-3-5-haiku-20241022 claude-3-5-haiku-latest
    claude-3-5-sonnet-20240620 claude-3-5-sonnet-20241022 claude-3-5-sonnet-latest
    claude-3-7-sonnet-20250219 claude-3-7-sonnet-latest claude-3-haiku-20240307 claude-3-haiku-20241022
    claude-3-opus-20240229 claude-3-opus-latest claude-3-sonnet-20240229 claude-4-opus-20250514
    claude-4-sonnet-20250514 claude-fable-5 claude-haiku-4-5 claude-haiku-4-5-20251001
    claude-instant-1.2 claude-mythos-5 claude-mythos-preview claude-opus-4-0 claude-opus-4-1
    claude-opus-4-1-20250805 claude-opus-4-20250514 claude-opus-4-5 claude-opus-4-5-20251101
    claude-opus-4-6 claude-opus-4-7 claude-opus-4-8 claude-sonnet-4-0 claude-sonnet-4-20250514
    claude-sonnet-4-5 claude-sonnet-4-5-20250929 claude-sonnet-4-6 claude-sonnet-5 codex-mini-latest
    gpt-3.5-turbo gpt-3.5-turbo-0125 gpt-3.5-turbo-0301 gpt-3.5-turbo-0613 gpt-3.5-turbo-1106
    gpt-3.5-turbo-16k gpt-3.5-turbo-16k-0613 gpt-3.5-turbo-instruct gpt-4 gpt-4-0125-preview gpt-4-0314
    gpt-4-0613 gpt-4-1106-preview gpt-4-32k gpt-4-32k-0314 gpt-4-32k-0613 gpt-4-turbo
    gpt-4-turbo-2024-04-09 gpt-4-turbo-preview gpt-4-vision-preview gpt-4.1 gpt-4.1-2025-04-14
    gpt-4.1-mini gpt-4.1-mini-2025-04-14 gpt-4.1-nano gpt-4.1-nano-2025-04-14 gpt-4.5-preview
    gpt-4.5-preview-2025-02-27 gpt-4o gpt-4o-2024-05-13 gpt-4o-2024-08-06 gpt-4o-2024-11-20
    gpt-4o-audio-preview gpt-4o-audio-preview-2024-10-01 gpt-4o-audio-preview-2024-12-17
    gpt-4o-audio-preview-2025-06-03 gpt-4o-mini gpt-4o-mini-2024-07-18 gpt-4o-mini-audio-preview
    gpt-4o-mini-audio-preview-2024-12-17 gpt-4o-mini-search-preview
    gpt-4o-mini-search-preview-2025-03-11 gpt-4o-search-preview gpt-4o-search-preview-2025-03-11 gpt-5
    gpt-5-2025-08-07 gpt-5-chat-latest gpt-5-codex gpt-5-mini gpt-5-mini-2025-08-07 gpt-5-nano
    gpt-5-nano-2025-08-07 gpt-5-pro gpt-5.1 gpt-5.1-2025-11-13 gpt-5.1-chat-latest gpt-5.1-codex
    gpt-5.1-codex-max gpt-5.1-codex-mini gpt-5.1-mini gpt-5.2 gpt-5.2-2025-12-11 gpt-5.2-chat-latest
    gpt-5.2-codex gpt-5.2-pro gpt-5.2-pro-2025-12-11 gpt-5.3-chat-latest gpt-5.3-codex gpt-5.4
    gpt-5.4-mini gpt-5.4-mini-2026-03-17 gpt-5.4-nano gpt-5.4-nano-2026-03-17 gpt-5.4-pro gpt-5.5
    gpt-5.5-2026-04-23 gpt-5.5-pro gpt-5.6 gpt-5.6-luna gpt-5.6-sol gpt-5.6-terra o1 o1-2024-12-17
    o1-mini o1-mini-2024-09-12 o1-preview o1-preview-2024-09-12 o3 o3-2025-04-16 o3-deep-research
    o3-mini o3-mini-2025-01-31 o3-pro o4-mini o4-mini-2025-04-16 o4-mini-deep-research`
  .trim()
  .split(/\s+/);

/** Constants that are not called like the model they stand for. */
const exceptions: Readonly<Record<string, string>> = {
  gpt4turbo0125: 'gpt-4-0125-preview',
  gpt4turbo1106: 'gpt-4-1106-preview',
  gpt4olatest: 'chatgpt-4o-latest',
};

const byName = new Map([
  ...ids.map((id): [string, string] => [plain(id), id]),
  ...Object.entries(exceptions),
]);

/**
 * The model that a constant of an SDK stands for: it is called like its id, without the punctuation (`GPT4Dot1Mini`,
 * `ChatModelGPT4o`, `CLAUDE_3_5_HAIKU_LATEST`). Null for a name that is that of no known model.
 */
export function modelOfConstant(name: string): string | null {
  const bare = name.replace(/^(?:Chat)?Model_?(?=[A-Z])/, '').replace(/Dot(?=\d)/g, '');
  return byName.get(plain(bare)) ?? null;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
