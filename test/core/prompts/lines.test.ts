import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.ts';

/** Without whose they are. */
async function words(files: Readonly<Record<string, string>>): Promise<string[]> {
  return (await found(files)).map((text) => text.replace(/^.*?: /, ''));
}

describe('what is joined or chosen', () => {
  it('is text where it makes a line, and a value in a row behind commas', async () => {
    const files = {
      'bakery/guest.ts': `export function guestPrompt(guest: Guest): string {
  const lines: string[] = [];
  if (guest.nuts) lines.push(\`Never offer anything with nuts to \${guest.name}, not even on request.\`);
  if (guest.street) lines.push(\`Street: \${guest.street}\`);
  lines.push(...(guest.child ? ['Speak simply.'] : []), guest.late ? 'In a hurry.' : '');
  lines.push(\`Breads: \${['rye', 'spelt', 'oats'].join(', ')}\`);
  return lines.join('\\n');
}`,
      'bakery/breads.ts': `const breads = ['rye', 'spelt', 'oats'];
export const sortPrompt = (order: string) => \`Say which of these breads the guest means: \${breads.join(', ')}.

Order: \${order}\`;`,
    };
    const texts = await words(files);
    assert.deepEqual(texts.sort(), [
      "Breads: {['rye', 'spelt', 'oats'].join('",
      'In a hurry.',
      'Never offer anything with nuts to {guest',
      'Say which of these breads the guest mean',
      'Speak simply.',
      'Street: {guest.street}',
    ]);
  });

  it('is followed through an arm that stands in the prompt itself', async () => {
    const files = {
      'bakery/counter.ts': `export function counterPrompt(page: string, name: string): string {
  let where = '';
  if (page === 'cakes') where = 'The guest looks at cakes, so ask for how many people they are.';
  const asked = name ? \`\\nGuest: \${name}\` : '';
  const plural = name ? 's' : '';
  return \`You stand at the counter of a bakery and sell loaf\${plural}.
\${where ? \`Where:\\n\${where}\` : ''}\${asked}\`;
}`,
    };
    const texts = await words(files);
    assert.deepEqual(texts.sort(), [
      'Guest: {name}',
      'The guest looks at cakes, so ask for how',
      'You stand at the counter of a bakery and',
    ]);
  });

  it('is a value where it is one word or another that a name stands for', async () => {
    const files = {
      'bakery/Desk.java': `class Desk {
  String languageName(String code) {
    Map<String, String> languages = Map.of("en", "English", "es", "Spanish");
    return languages.getOrDefault(code, "English");
  }
  void ask(ChatModel model, String code) {
    StringBuilder prompt = new StringBuilder();
    prompt.append("You are the desk of a bakery, and answer guests in few words. ");
    prompt.append("Answer in ");
    prompt.append(languageName(code));
    model.call(new Prompt(List.of(new SystemMessage(prompt.toString()))));
  }
}`,
    };
    assert.deepEqual(await words(files), ['You are the desk of a bakery, and answer', 'Answer in']);
  });
});
