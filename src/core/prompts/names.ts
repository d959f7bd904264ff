import { splitWords } from './evidence.ts';
import type { Role } from './prompt.ts';

/** `strong`: what is called so is a prompt if it is prose. `weak`: only if it also reads like an instruction. */
export type NameStrength = 'strong' | 'weak';

/** Words that end the name of something about a prompt, and not of the prompt. */
const about = new Set(
  `id ids name names key keys path paths file files filename dir folder url uri type types style styles class title label
  placeholder token tokens count cost length size hash version mode status schema regex pattern session input button icon
  date index idx list map dict cache fn func function handler callback options option config settings model format color
  width height limit ratio rate score error errors help usage hint tooltip suffixes log logger loader builder manager
  variables vars args params kwargs parser engine toolkit history role roles`.split(/\s+/),
);

/** Words that may follow `prompt` without making it something else. */
const trailing =
  /^(?:\d+|v\d*|text|template|templates|message|msg|str|string|content|body|base|prefix|suffix|header|footer|preamble|intro|default|main|core|full|short|long|section|sections|en|zh|ja|de|fr|es|cn|new|old|raw|part|extra|addition|instruction|instructions)$/;

const core =
  /^(?:prompts?|preprompts?|metaprompts?|instructions?|insts?|instrs?|preamble|persona|jailbreak)$/;

/** Whether a name is that of something said about a prompt, such as its title. */
export function isAbout(name: string): boolean {
  const last = splitWords(name).at(-1) ?? '';
  return about.has(last) || last === 'description';
}

/** What a name says about the text it is given; null when nothing. */
export function strengthOfName(name: string): NameStrength | null {
  const words = splitWords(name);
  const last = words.at(-1);
  // what a person has to agree to is no prompt of a model
  if (last === undefined || words.some((word) => /^confirm(?:ation)?$/.test(word))) return null;
  if (core.test(last)) return 'strong';
  const kept = [...words];
  while (kept.length > 1 && trailing.test(kept.at(-1) ?? '')) kept.pop();
  const head = kept.at(-1) ?? '';
  if (core.test(head)) return 'strong';
  if (
    words.includes('system') &&
    /^(?:prompts?|messages?|msgs?|instructions?|content|text|template|reminder|context|role|rules|guidelines)$/.test(
      last,
    )
  )
    return 'strong';
  if (/^(?:tool|function)$/.test(words.at(-2) ?? '') && /^descriptions?$/.test(last)) return 'strong';
  if (/systemprompt|systeminstruction|sysprompt|sysmsg/.test(words.join('')))
    return about.has(last) ? null : 'strong';
  if ((words.includes('prompt') || words.includes('prompts')) && !about.has(last)) return 'weak';
  if (
    /^(?:system|user|human|assistant|developer|template|context|task|goal|backstory|reminder|guidelines|rules|tool|examples?|description)$/.test(
      last,
    )
  )
    return 'weak';
  return /^(?:few|fewshot|shot|rubric|criteria|guidance|summari[sz]e)$/.test(head) ? 'weak' : null;
}

/** `system_prompt`, `withSystemPrompt`, `preamble`: a method that sets the instruction of something. */
export function isSetterOfInstruction(method: string): boolean {
  // asked about every call
  if (!/prompt|message|msg|instruct|preamble|persona/i.test(method)) return false;
  const words = splitWords(method);
  if (/^(?:set|with|add|append|use)$/.test(words[0] ?? '')) words.shift();
  const [first] = words;
  if (words.length === 1) return first === 'preamble' || first === 'persona';
  return (
    /^(?:system|sys|developer)$/.test(first ?? '') &&
    /^(?:prompt|message|msg|instructions?)$/.test(words.slice(1).join(''))
  );
}

/** `prompt_select`, `promptUser`, `confirmDelete`: a function that puts a question to a person, as against `promptModel`. */
export function isQuestioner(name: string): boolean {
  const [verb = '', ...rest] = splitWords(name);
  if (/^(?:confirm|choose|select|pick)$/.test(verb)) return true;
  const toModel = rest.some((word) =>
    /^(?:llms?|models?|ai|gpt\w*|chat\w*|claude|gemini|agents?|assistant|with|text)$/.test(word),
  );
  return rest.length > 0 && verb === 'prompt' && !toModel;
}

/** Whose text a name suggests it is: by `system` anywhere in it, by the other roles where they are what it is about. */
export function roleOfName(name: string): Role {
  const words = splitWords(name);
  const has = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  if (has(/^(?:system|sys|instructions|persona|preamble|backstory|guidelines|rules|systemprompt)$/))
    return 'system';
  const kept = [...words];
  while (kept.length > 1 && (core.test(kept.at(-1) ?? '') || trailing.test(kept.at(-1) ?? ''))) kept.pop();
  const subject = kept.at(-1) ?? '';
  if (/^(?:assistant|reply)$/.test(subject)) return 'assistant';
  if (/^(?:user|human|question|query)$/.test(subject)) return 'user';
  if (has(/^tools?$/) && has(/^descriptions?$/)) return 'tool-description';
  return 'unknown';
}

/** A file or folder kept for prompts: `prompts.py`, `lib/ai/prompts/…`, `system_prompts.py`. */
export function isPromptPath(path: string): boolean {
  const parts = path.split('/');
  return parts.some((part, i) => {
    const words = splitWords(part.replace(/(?:\.blade)?\.\w+$/, ''));
    const last = words.at(-1);
    if (last === 'prompts' || last === 'preprompts') return true;
    // further up, `prompt` is the name of a package that handles them
    if (last === 'prompt') return i >= parts.length - 2 || /^templates?$/.test(parts[i + 1] ?? '');
    // `prompt-system.txt`
    return words.length === 2 && words[0] === 'prompt' && /^(?:system|user|assistant)$/.test(last ?? '');
  });
}

/** A table whose values are prompts: `prompts`, `EXAMPLE_INSTRUCTIONS`, `AGENT_TO_PROMPT_SUFFIX`; not the `prompt` of a terminal. */
export function isPromptTable(name: string): boolean {
  return (
    /(?:prompts|instructions)$/i.test(name) ||
    (/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(name) && strengthOfName(name) === 'strong')
  );
}

/** A file of what an interface says in each language: whatever is called a prompt there, people read it. */
export function isLocalePath(path: string): boolean {
  return (
    /(?:^|\/)(?:(?:locales?|i18n|l10n|lang\/[a-z]{2}(?:[-_]\w{2,4})?)\/|translations?\/(?:.*\/)?[a-z]{2}(?:[-_]\w{2,4})?(?:\/|\.\w+$))/i.test(
      path,
    ) && !isPromptPath(path)
  );
}

/** A class kept for prompts: `EditBlockPrompts`, `SystemMessages`. */
export function isPromptClass(name: string): boolean {
  return /(?:^|[a-z_])(?:prompts?|system_?(?:messages?|instructions?))$/i.test(name);
}
