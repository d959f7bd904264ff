import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.ts';

describe('CrewAI', () => {
  it('agents, tasks, and the names that are filled in later', async () => {
    assert.deepEqual(
      await found(
        'shop/crew.py',
        `from crewai import Agent, Task, LLM
fast = LLM(model="openai/gpt-4o-mini", temperature=0)
baker = Agent(role="Baker", goal="Bake {bread} for the morning", backstory="You have baked for forty years.", llm=fast)
task = Task(description="Plan how to bake {bread}.", expected_output="A list of steps.", agent=baker)`,
      ),
      [
        'system crewai openai/gpt-4o-mini: Baker',
        'system crewai openai/gpt-4o-mini: Bake {bread} for the morning',
        'system crewai openai/gpt-4o-mini: You have baked for forty years.',
        'user crewai openai/gpt-4o-mini: Plan how to bake {bread}.',
        'user crewai openai/gpt-4o-mini: A list of steps.',
      ],
    );
  });

  it('is not a task of anything else', async () => {
    const source = `from celery import Task
from estate import Agent
Agent(role="Seller", goal="ten houses")
Task(description="Sends the bill of the bakery", expected_output="none")`;
    assert.deepEqual(await found('shop/jobs.py', source), []);
  });
});
