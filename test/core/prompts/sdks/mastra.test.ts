import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.ts';

describe('Mastra', () => {
  it('agents, their tools and what they are asked', async () => {
    assert.deepEqual(
      await found(
        'harbour/agent.ts',
        `import { Agent } from '@mastra/core/agent';
import { createTool } from '@mastra/core/tools';
import { openai } from '@ai-sdk/openai';
const tide = createTool({ id: 'tide', description: 'Tells when the tide is high.', inputSchema, execute });
export const pilot = new Agent({ name: 'Pilot', instructions: 'You guide ships.', model: openai('gpt-4o-mini'), tools: { tide } });
await pilot.generate('When can the ferry enter?');
export const watch = new Agent({ name: 'Watch', instructions: ({ runtimeContext }) => \`You watch \${runtimeContext.get('pier')}.\`, model: 'anthropic/claude-haiku-4-5' });`,
      ),
      [
        'tool-description mastra gpt-4o-mini: Tells when the tide is high.',
        'system mastra gpt-4o-mini: You guide ships.',
        'user mastra gpt-4o-mini: When can the ferry enter?',
        "system mastra anthropic/claude-haiku-4-5: You watch {runtimeContext.get('pier')}.",
      ],
    );
  });

  it('is not an agent that generates anything else', async () => {
    const source = `import { Agent } from './agents';
import { createTool } from './toolbox';
const agent = new Agent({ name: 'Crane', purpose: 'You lift whatever stands on the pier.' });
agent.generate('A crane that lifts whatever stands on the pier');
createTool({ description: 'Lifts whatever stands on the pier' });`;
    assert.deepEqual(await found('harbour/crane.ts', source), []);
  });
});
