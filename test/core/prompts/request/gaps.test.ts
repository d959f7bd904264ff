import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../../hostile/memory.ts';

/** The pieces of the first message of the first call: `text` of a prompt, `{expression}` of what nobody has written. */
async function pieces(path: string, code: string): Promise<string[]> {
  const { calls, prompts } = await reportOf({ [path]: code });
  return (calls[0]?.messages[0]?.parts ?? []).flatMap((part) => {
    if (part.kind !== 'text') return [part.kind];
    if (part.hole !== null) return [`{${part.hole.expression}}`];
    return part.prompts.map((id) => {
      const segments = prompts.find((prompt) => prompt.id === id)?.segments ?? [];
      return segments.map((one) => (one.kind === 'text' ? one.text : `{${one.expression}}`)).join('');
    });
  });
}

describe('a text that is put together piece by piece', () => {
  it('keeps what comes between the texts, in the chain of a builder', async () => {
    const java = `import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.model.chat.ChatModel;
class Desk {
  void ask(ChatModel model) {
    StringBuilder text = new StringBuilder();
    text.append("It is ").append(LocalDate.now()).append(" today.");
    text.append(" You run a harbour.");
    model.chat(SystemMessage.from(text.toString()));
  }
}`;
    assert.deepEqual(await pieces('harbour/Desk.java', java), [
      'It is ',
      '{LocalDate.now()}',
      ' today.',
      ' You run a harbour.',
    ]);
  });

  it('keeps what is added to a list of lines', async () => {
    const js = `import OpenAI from 'openai';
export async function ask(ship) {
  const lines = ['You run a harbour.'];
  lines.push(ship.name);
  lines.push('Name a berth.');
  return new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: lines.join('\\n') }] });
}`;
    assert.deepEqual(await pieces('harbour/desk.js', js), [
      'You run a harbour.',
      '{ship.name}',
      'Name a berth.',
    ]);
  });

  it('reads what a builder of C# formats', async () => {
    const cs = `using OpenAI.Chat;
using System.Text;
class Desk {
  void Ask(ChatClient client, Ship ship) {
    var text = new StringBuilder("You run a harbour. ");
    text.AppendFormat("Name a berth for {0}.", ship.Name).AppendLine("Be brief.");
    client.CompleteChat(new SystemChatMessage(text.ToString()));
  }
}`;
    assert.deepEqual(await pieces('harbour/Desk.cs', cs), [
      'You run a harbour. ',
      'Name a berth for {ship.Name}.',
      'Be brief.\n',
    ]);
  });
});
