import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.ts';

describe('LangChain', () => {
  it('a chain gives its template the model', async () => {
    assert.deepEqual(
      await found(
        'shop/plan.py',
        `from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI
template = ChatPromptTemplate.from_messages([("system", "You plan {what}."), ("human", "{question}")])
chain = template | ChatOpenAI(model="gpt-4o")`,
      ),
      ['system langchain gpt-4o: You plan {what}.'],
    );
  });

  it('messages given to a model, in JavaScript', async () => {
    assert.deepEqual(
      await found(
        'shop/plan.js',
        `import { ChatAnthropic } from '@langchain/anthropic';
import { SystemMessage, HumanMessage } from '@langchain/core/messages';
const llm = new ChatAnthropic({ model: 'claude-haiku-4-5' });
await llm.invoke([new SystemMessage('You bake.'), new HumanMessage(\`Bake \${thing}.\`)]);`,
      ),
      ['system langchain claude-haiku-4-5: You bake.', 'user langchain claude-haiku-4-5: Bake {thing}.'],
    );
  });
});
