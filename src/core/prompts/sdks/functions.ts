import { messages, system, template, user } from '../promptArguments.ts';
import type { Sdk } from '../sdk.ts';

/** Libraries in which a decorated function is the prompt. */
const common = { modelArguments: ['model'], capArguments: ['max_tokens'] } as const;

/** https://docs.ell.so/core_concepts/ell_simple, read 2026-11: documentation string and return value are system and user. */
const ell: Sdk = {
  ...common,
  id: 'ell',
  modules: /^ell(?:\.|$)/,
  decorators: [
    { name: ['simple', 'complex', 'ell.simple', 'ell.complex'], docstring: 'system', returns: 'user' },
  ],
  calls: [
    {
      callee: ['ell.system', 'system'],
      parameters: ['content'],
      prompts: system('content'),
      shape: [],
      sends: false,
    },
    {
      callee: ['ell.user', 'user'],
      parameters: ['content'],
      prompts: user('content'),
      shape: [],
      sends: false,
    },
  ],
};

/** https://mirascope.com/docs/mirascope/learn/prompts, read 2026-11. */
const mirascope: Sdk = {
  ...common,
  id: 'mirascope',
  modules: /^mirascope(?:\.|$)/,
  decorators: [{ name: ['*.call', 'call', 'prompt_template'], returns: 'user' }],
  messageClasses: [
    { name: /(?:^|\.)Messages\.System$/, role: 'system', tied: true },
    { name: /(?:^|\.)Messages\.User$/, role: 'user', tied: true },
    { name: /(?:^|\.)Messages\.Assistant$/, role: 'assistant', tied: true },
  ],
  calls: [
    {
      callee: ['prompt_template'],
      parameters: ['template'],
      prompts: template('template'),
      shape: [],
      sends: false,
      template: true,
    },
  ],
};

/** https://magentic.dev, read 2026-11. */
const magentic: Sdk = {
  ...common,
  id: 'magentic',
  modules: /^magentic(?:\.|$)/,
  modelClasses: [{ name: /ChatModel$/ }],
  messageClasses: [
    { name: /(?:^|\.)UserMessage$/, role: 'user', tied: true },
    { name: /(?:^|\.)AssistantMessage$/, role: 'assistant', tied: true },
  ],
  calls: [
    {
      callee: ['prompt', 'prompt_chain'],
      parameters: ['template'],
      prompts: user('template'),
      shape: [],
      sends: false,
      template: true,
    },
  ],
};

/** https://askmarvin.ai, read 2026-11. */
const marvin: Sdk = {
  ...common,
  id: 'marvin',
  modules: /^marvin(?:\.|$)/,
  decorators: [{ name: ['fn', 'ai_fn', 'marvin.fn', 'marvin.ai_fn'], docstring: 'system' }],
  calls: [
    {
      callee: ['Agent', 'classify', 'extract', 'cast', 'generate', 'Task'],
      prompts: system('instructions'),
      shape: [],
      sends: false,
    },
    {
      callee: ['run', 'marvin.run'],
      parameters: ['task'],
      prompts: messages('task'),
      shape: [],
      sends: true,
    },
  ],
};

/** https://dottxt-ai.github.io/outlines, read 2026-11: the documentation string is a Jinja template. */
const outlines: Sdk = {
  ...common,
  id: 'outlines',
  modules: /^outlines(?:\.|$)/,
  decorators: [{ name: ['prompt', 'outlines.prompt'], docstring: 'template' }],
  calls: [
    {
      callee: ['Template.from_string'],
      parameters: ['content'],
      prompts: template('content'),
      shape: [],
      sends: false,
      template: true,
    },
  ],
};

export const decoratedFunctions: readonly Sdk[] = [ell, mirascope, magentic, marvin, outlines];
