import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';

/** `path role sdk: text` of every prompt. */
async function found(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { prompts } = await reportOf(files);
  return prompts.map(({ path, role, sdk, segments }) => {
    const text = segments.map((segment) =>
      segment.kind === 'text' ? segment.text : `{${segment.expression}}`,
    );
    return `${path} ${role} ${sdk ?? '-'}: ${text.join('')}`;
  });
}

describe('what a base class does with a text', () => {
  it('is done with that of a derived one, in Python', async () => {
    const files = {
      'bakery/counter.py': `from openai import OpenAI
class Counter:
    def __init__(self):
        self.client = OpenAI()
    def ask(self, text):
        return self.client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])`,
      'bakery/bread.py': `from .counter import Counter
class Bread(Counter):
    def name(self, grain):
        return self.ask(f"Name a loaf of {grain}.")`,
    };
    assert.deepEqual(await found(files), ['bakery/bread.py user openai: Name a loaf of {grain}.']);
  });

  it('in TypeScript, through a class in between', async () => {
    const files = {
      'bakery/counter.ts': `import OpenAI from 'openai';
export class Counter {
  client = new OpenAI();
  ask(text: string) {
    return this.client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: text }] });
  }
}`,
      'bakery/shelf.ts': `import * as shop from './counter';
export class Shelf extends shop.Counter {}`,
      'bakery/bread.ts': `import { Shelf } from './shelf';
class Bread extends Shelf {
  name(grain: string) { return this.ask(\`Name a loaf of \${grain}.\`); }
}`,
    };
    assert.deepEqual(await found(files), ['bakery/bread.ts user openai: Name a loaf of {grain}.']);
  });

  it('in C#, where members go by their names', async () => {
    const files = {
      'Bakery/Counter.cs': `using Microsoft.Extensions.AI;
namespace Bakery;
public abstract class Counter<T> {
  protected IChatClient Client { get; }
  protected async Task<string> Ask(string text) => (await Client.GetResponseAsync(text)).Text;
}`,
      'Bakery/Bread.cs': `namespace Bakery;
public class Bread : Counter<Loaf> {
  public Task<string> Name(string grain) => Ask($"Name a loaf of {grain}.");
}`,
    };
    assert.deepEqual(await found(files), [
      'Bakery/Bread.cs user microsoft-extensions-ai: Name a loaf of {grain}.',
    ]);
  });

  it('in Java', async () => {
    const files = {
      'src/bakery/Counter.java': `package bakery;
import org.springframework.ai.chat.client.ChatClient;
abstract class Counter {
  protected ChatClient client;
  String ask(String text) { return client.prompt().user(text).call().content(); }
}`,
      'src/bakery/Bread.java': `package bakery;
class Bread extends Counter {
  String name() { return ask("Name a loaf of rye."); }
}`,
    };
    assert.deepEqual(await found(files), ['src/bakery/Bread.java user spring-ai: Name a loaf of rye.']);
  });
});

it('constants of a base class are those of a derived one', async () => {
  const files = {
    'bakery/texts.py': `class Texts:
    tone = "You speak like a baker of the old town."`,
    'bakery/ask.py': `import openai
from .texts import Texts
class Desk(Texts):
    def ask(self, q):
        return openai.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": self.tone}])`,
  };
  assert.deepEqual(await found(files), [
    'bakery/texts.py system openai: You speak like a baker of the old town.',
  ]);
});

it('classes that extend each other are read to an end', async () => {
  const files = {
    'a.py': `import openai
class A(B):
    def ask(self):
        return openai.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": self.text}])
class B(A):
    pass`,
  };
  assert.deepEqual(await found(files), []);
});
