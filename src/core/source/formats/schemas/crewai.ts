import { contents, type Part } from '../format.ts';
import { namesOf } from '../reading/entries.ts';
import { groupsOf, type Group, type Schema } from './schema.ts';

/**
 * Agents and tasks of CrewAI. An agent's texts become its system prompt, a task's the user's; `{name}` is filled from the
 * inputs. Source: docs.crewai.com/concepts/agents and /tasks (read 2026-11).
 */
export const crewai: Schema = (entries) => {
  const parts = groupsOf(entries).flatMap((group) => [
    ...(group.texts.has('goal') && group.texts.has('backstory')
      ? pick(group, ['role', 'goal', 'backstory'], 'system')
      : []),
    ...(group.texts.has('description') && group.texts.has('expected_output')
      ? pick(group, ['description', 'expected_output'], 'user')
      : []),
  ]);
  return parts.length === 0 ? null : contents(parts);
};

function pick({ above, texts }: Group, keys: readonly string[], role: string): Part[] {
  const model = texts.get('llm')?.text.text;
  return keys.flatMap((key): Part[] => {
    const entry = texts.get(key);
    if (entry === undefined) return [];
    const names = namesOf([...above, key]);
    return [
      {
        text: entry.text,
        names,
        role,
        engine: 'braces',
        certain: true,
        ...(model !== undefined && { model }),
      },
    ];
  });
}
