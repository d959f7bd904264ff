import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';

/** `line confidence: first words` of every prompt. */
async function found(path: string, source: string): Promise<string[]> {
  const { prompts, lines } = await reportOf({ [path]: source });
  return prompts.map(({ range, confidence, segments }) => {
    const text = segments.map((segment) =>
      segment.kind === 'text' ? segment.text : `{${segment.expression}}`,
    );
    const line = (lines[path] ?? []).filter((start) => start <= range.start).length;
    return `${line} ${confidence}: ${text.join('').trim().slice(0, 32)}`;
  });
}

const long = `You are the baker of a harbour town, and the guests ask you what to eat. Never name a loaf that is not on
the shelf, and answer in one short sentence. Return only that sentence, without any explanation, please.`;

describe('texts beside a prompt', () => {
  it('are prompts where they stand under the same name in the items of a list', async () => {
    const source = `export const commands = [
  { title: 'Ask the baker for a loaf today', content: \`${long}\` },
  { title: 'Shorten the list of your loaves', content: 'Make the list of loaves shorter, and keep all names.' },
  { title: 'Go home', content: 'The shop is closed on all days of the winter.' },
];`;
    assert.deepEqual(await found('bakery/commands.ts', source), [
      '2 low: You are the baker of a harbour t',
      '4 low: Make the list of loaves shorter,',
    ]);
  });

  it('are prompts where they are put into the same list, also later', async () => {
    const source = `def build(guests):
    parts = ["""${long}"""]
    if guests:
        parts.append("Always greet the guests by their names before you answer.")
    return "\\n".join(parts)`;
    assert.deepEqual(await found('bakery/desk.py', source), [
      '2 low: You are the baker of a harbour t',
      '5 low: Always greet the guests by their',
    ]);
  });

  it('are prompts where the same function returns them', async () => {
    const source = `class Loader {
  static text(kind) {
    if (kind === 'bread') {
      return \`${long}\`;
    }
    if (kind === 'cake') return 'You will be given the names of cakes. Bake what is asked for: {{cake}}';
    return 'closed today';
  }
}`;
    assert.deepEqual(await found('bakery/Loader.js', source), [
      '4 low: You are the baker of a harbour t',
      '7 low: You will be given the names of c',
    ]);
  });

  it('are none for the messages of a conversation or in another list', async () => {
    const source = `const items = [{ note: 'Use the side door of the bakery, and please ring the bell once.' }];
const messages = [{ role: 'user', content: 'Which bread is best?', note: 'Please use the side door of the shop.' }];`;
    assert.deepEqual(await found('bakery/desk.ts', source), ['2 high: Which bread is best?']);
  });
});

describe('a long text that speaks to a model', () => {
  it('is a prompt by several kinds of signs', async () => {
    const source = `class Shop {
  void open() {
    var a = join("Translate the following list of loaves into English. Return only the translated list, without any explanation. "
        + "Answer in JSON, and never use markdown or code blocks in your response.");
    var b = join("The bakery at the old bridge is open on all days of the week, and on Sundays you can have breakfast there with "
        + "a view of the harbour, where you should try the bread with salt, which is the best in town.");
  }
}`;
    assert.deepEqual(await found('src/Shop.java', source), ['3 low: Translate the following list of ']);
  });
});
