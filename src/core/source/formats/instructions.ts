import { verbatim } from '../decoded.ts';
import type { EngineName } from './engines/engine.ts';
import { contents, type Format, type Part } from './format.ts';
import { valueAt, type Entry } from './reading/entries.ts';
import { readDocument, trimmed } from './reading/frontMatter.ts';

/** A file that a coding agent reads by its name. */
interface Row {
  readonly pattern: RegExp;
  readonly language: string;
  readonly role: 'system' | 'user';
  readonly engine: EngineName;
  /** What of the front matter is sent besides the body: the description, by which the model decides to read on. */
  readonly describes?: true;
  /** The front matter is no setting of the tool, and is sent with the rest. */
  readonly whole?: true;
}

/**
 * Which of them are read whole, which without their front matter:
 * - agents.md: plain Markdown, no fields; sent as it is.
 * - code.visualstudio.com/docs/copilot/customization: front matter of prompt files, instructions and agents is for the editor.
 * - cursor.com/docs/context/rules: front matter of .mdc rules says when a rule applies; the description is shown to the agent.
 * - code.claude.com/docs/en/skills, /sub-agents, /slash-commands, agentskills.io/specification: name and description of
 *   skills and agents are in every session, the body only when they are used.
 * All read 2026-11.
 */
const rows: readonly Row[] = [
  { pattern: /\.prompt\.md$/, language: 'prompt', role: 'user', engine: 'variables' },
  {
    pattern: /\.instructions\.md$|(?:^|\/)copilot-instructions\.md$|(?:^|\/)\.claude\/rules\/.+\.md$/,
    language: 'instructions',
    role: 'system',
    engine: 'none',
  },
  {
    pattern: /\.(?:agent|chatmode)\.md$|(?:^|\/)\.(?:github|claude)\/agents\/.+\.md$/,
    language: 'chatagent',
    role: 'system',
    engine: 'none',
    describes: true,
  },
  { pattern: /(?:^|\/)SKILL\.md$/, language: 'skill', role: 'system', engine: 'none', describes: true },
  {
    pattern: /(?:^|\/)\.(?:claude|opencode)\/commands?\/.+\.md$|(?:^|\/)\.codex\/prompts\/.+\.md$/,
    language: 'markdown',
    role: 'user',
    engine: 'arguments',
  },
  { pattern: /\.mdc$/, language: 'markdown', role: 'system', engine: 'none', describes: true },
  {
    pattern:
      /(?:^|\/)\.(?:windsurf|clinerules|roo|kilocode|continue|trae|augment|amazonq|kiro)\/(?:.+\/)?(?:rules[\w-]*|steering)\/.+\.md$|(?:^|\/)\.clinerules\/.+\.md$/,
    language: 'markdown',
    role: 'system',
    engine: 'none',
  },
  {
    pattern:
      /(?:^|\/)(?:AGENTS?|AGENTS\.override|CLAUDE|CLAUDE\.local|GEMINI|QWEN|WARP|CRUSH)\.md$|(?:^|\/)\.junie\/guidelines\.md$|(?:^|\/)\.(?:cursor|windsurf|cline|roo|kilocode)rules(?:-\w+)?$|(?:^|\/)\.goosehints$/,
    language: 'markdown',
    role: 'system',
    engine: 'imports',
    whole: true,
  },
];

/** Instructions for coding agents, by the names under which the agents look for them. */
export const instructions: Format = {
  id: 'instructions',
  language: (path) => rowOf(path)?.language ?? 'markdown',
  known: true,
  matches: (path) => rowOf(path) !== undefined,
  read({ path, text }) {
    const row = rowOf(path);
    if (row === undefined) return contents([]);
    const { entries, body, problem } = row.whole
      ? { entries: [], body: { start: 0, end: text.length }, problem: null }
      : readDocument(text);
    const { start, end } = trimmed(text, body);
    const whole: Part[] =
      start === end
        ? []
        : [
            {
              text: verbatim(text, start, end),
              names: [],
              role: row.role,
              engine: row.engine,
              certain: true,
            },
          ];
    return contents([...(row.describes ? described(entries) : []), ...whole], {
      model: modelOf(entries),
      problem: start === end ? problem : null,
    });
  },
};

function rowOf(path: string): Row | undefined {
  return rows.find(({ pattern }) => pattern.test(path));
}

function described(entries: readonly Entry[]): Part[] {
  return entries
    .filter(({ keys, text }) => keys.length === 1 && keys[0] === 'description' && text.text.trim() !== '')
    .map(({ text }) => ({
      text,
      names: ['description'],
      role: 'tool-description',
      engine: 'none',
      certain: true,
    }));
}

/** Agents name a model by its id or by a family, which is none. */
function modelOf(entries: readonly Entry[]): string | null {
  const model = valueAt(entries, 'model');
  return model === null || /^(?:inherit|default|auto|sonnet|opus|haiku)$|\s/i.test(model) ? null : model;
}
