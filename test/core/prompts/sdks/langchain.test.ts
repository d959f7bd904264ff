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

  it('a call of a model whose name cannot be seen, but not of anything else', async () => {
    assert.deepEqual(
      await found(
        'shop/plan_model.py',
        `import os
from langchain_core.language_models import BaseChatModel
from langchain_core.runnables import RunnableLambda
from langchain_openai import ChatOpenAI
def make():
    return ChatOpenAI(model="gpt-4o-mini")
def plan(llm: BaseChatModel):
    return llm.invoke("Plan the week of the bakery.")
ChatOpenAI(model=os.environ["MODEL"]).invoke("Plan the day.")
make().invoke("Plan the hour.")
RunnableLambda(print).invoke("The day of the bakery begins at four")`,
      ),
      [
        'user langchain -: Plan the week of the bakery.',
        'user langchain -: Plan the day.',
        'user langchain gpt-4o-mini: Plan the hour.',
      ],
    );
  });

  it('tools, and the frame around examples', async () => {
    assert.deepEqual(
      await found(
        'shop/tools.py',
        `from langchain_core.prompts import FewShotPromptTemplate
from langchain_core.tools import StructuredTool
from langgraph.prebuilt import create_react_agent
stock = StructuredTool.from_function(func=count, name="stock", description="Counts the loaves.")
names = FewShotPromptTemplate(examples=examples, prefix="Name breads.", suffix="Bread: {bread}", example_prompt=example)
agent = create_react_agent("openai:gpt-4.1", tools=[stock], prompt="You keep the shelf.")`,
      ),
      [
        'tool-description langchain -: Counts the loaves.',
        'template langchain -: Name breads.',
        'template langchain -: Bread: {bread}',
        'system langchain openai:gpt-4.1: You keep the shelf.',
      ],
    );
  });

  it('templates that the language fills in part', async () => {
    const source = `import { PromptTemplate } from '@langchain/core/prompts';
PromptTemplate.fromTemplate(\`Bake \${loaf} for {guest}, and answer as {{"done": true}}.\`);`;
    assert.deepEqual(await found('bakery/order.ts', source), [
      'template langchain -: Bake {loaf} for {guest}, and answer as {"done": true}.',
    ]);
  });
});
