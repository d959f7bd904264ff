import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.ts';

describe('texts that come into a prompt by a name', () => {
  it('are found where they stand, as whose the prompt is', async () => {
    const files = {
      'bakery/manners.ts': `export const manners = 'Greet every guest by the name of the street they came from.';
export const town = 'Altstadt';`,
      'bakery/ask.ts': `import OpenAI from 'openai';
import { manners, town } from './manners';
export const ask = (guest: string) => new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [
  { role: 'system', content: \`You sell bread in \${town}. \${manners}\` },
  { role: 'user', content: guest },
] });`,
    };
    assert.deepEqual(await found(files), [
      'system openai: You sell bread in {town}. {manners}',
      'system openai: Greet every guest by the name of the str',
    ]);
  });

  it('are those added on the way, and those a function returns', async () => {
    const files = {
      'bakery/prompts/order.py': `def opening(hour):
    if hour < 6:
        return "The ovens are still cold, so take orders for the afternoon alone."
    return "The first trays are out, so sell what lies on the counter."

def order_prompt(hour, cakes):
    text = "You take the orders of the bakery at the old bridge."
    if cakes:
        text += "\\nAsk how many guests a cake is for before you name its price."
    return f"{text}\\n{opening(hour)}"`,
    };
    assert.deepEqual((await found(files)).sort(), [
      'template -: {text}\n{opening(hour)}',
      'unknown -: Ask how many guests a cake is for before',
      'unknown -: The first trays are out, so sell what li',
      'unknown -: The ovens are still cold, so take orders',
      'unknown -: You take the orders of the bakery at the',
    ]);
  });
});

describe('what is short', () => {
  it('is text where it is added to others, and a value where it stands in one', async () => {
    const files = {
      'bakery/order.js': `import OpenAI from 'openai';
const listOf = (cakes) => {
  let list = '';
  list += '\\nReady now: ' + cakes.filter((cake) => cake.baked);
  list += '\\nIn the oven: ' + cakes.filter((cake) => !cake.baked);
  return list;
};
const town = 'the old bridge';
export const ask = (cakes) => new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [
  { role: 'user', content: \`Tell a guest at \${town} what there is today.\${listOf(cakes)}\` },
] });`,
    };
    assert.deepEqual(await found(files), [
      'user openai: Ready now: {cakes.filter((cake) => cake.',
      'user openai: In the oven: {cakes.filter((cake) => !ca',
      'user openai: Tell a guest at {town} what there is tod',
    ]);
  });

  it('is text where it comes instead of a text, and a value where all that may come are short', async () => {
    const files = {
      'bakery/translate.js': `const { Anthropic } = require('@anthropic-ai/sdk');
module.exports.translate = (sign, language, loud) => {
  const manner = language === 'de'
    ? 'Use the words of the town, and keep the names of all cakes as they are.'
    : \`Plain words alone, in \${language}.\`;
  const tone = loud ? 'louder than the market' : 'as in church';
  return new Anthropic().messages.create({ model: 'claude-sonnet-4-5', max_tokens: 99, messages: [
    { role: 'user', content: \`Translate the sign of a bakery, \${tone}. \${manner} The sign: \${sign}\` },
  ] });
};`,
    };
    assert.deepEqual(await found(files), [
      'user anthropic: Use the words of the town, and keep the ',
      'user anthropic: Plain words alone, in {language}.',
      'user anthropic: Translate the sign of a bakery, {tone}. ',
    ]);
  });
});

describe('texts that are made one for each item', () => {
  it('are parts of what they are joined into', async () => {
    const files = {
      'bakery/rules.js': `import { generateText } from 'ai';
const ruleOf = (kind) => {
  const rules = {
    bread: 'Name the flour that a loaf is made of before you name its price.',
    cake: 'Ask for how many guests a cake is before you name its price.',
  };
  return rules[kind] || '';
};
export const ask = (kinds, model) => {
  const rules = kinds.map((kind) => ruleOf(kind)).filter(Boolean).join('\\n');
  const wares = kinds.map((kind) => \`What there is of \${kind} today, and how long it keeps when it is cool\`).join();
  return generateText({ model, prompt: \`Serve a guest.\${rules}\${wares}\` });
};`,
    };
    assert.deepEqual(await found(files), [
      'user vercel-ai: Name the flour that a loaf is made of be',
      'user vercel-ai: Ask for how many guests a cake is before',
      'user vercel-ai: What there is of {kind} today, and how l',
      'user vercel-ai: Serve a guest.{rules}{wares}',
    ]);
  });
});

describe('what callers pass into a text that a function writes around it', () => {
  const desk = `const axios = require('axios');
async function ask(wish, language) {
  const messages = [{ role: 'user', content: \`It is morning. A guest says in \${language}: \${wish}\` }];
  const { data } = await axios.post('https://api.groq.com/openai/v1/chat/completions', { model: 'llama3-8b-8192', messages });
  return data.choices[0].message.content;
}
module.exports = { ask };`;

  it('is a part of it where it is text, and a value where it is short', async () => {
    const files = {
      'desk.js': desk,
      'counter.js': `const { ask } = require('./desk');
exports.recommend = (cakes) =>
  ask(\`Recommend one of these cakes, and say in a sentence why: \${cakes}\`, 'the language of the town');
exports.greet = () => ask('Good morning to you', 'English');`,
    };
    assert.deepEqual(await found(files), [
      'user groq: Recommend one of these cakes, and say in',
      'user groq: It is morning. A guest says in {language',
    ]);
  });
});

describe('a prompt that is put together under its name', () => {
  it('has pieces of its own, but not the values in them', async () => {
    const files = {
      'bakery/desk.js': `export function deskOf(guest, wares) {
  const tone = guest.known ? 'warm' : 'plain';
  let core = \`You serve \${guest.name}.\`;
  core += tone;
  core += 'OFFER OF THE DAY:';
  core += 'Never promise a cake that is not on the list, and say when it will be baked again.';
  return { systemPrompt: core };
}`,
    };
    assert.deepEqual(await found(files), [
      'system -: You serve {guest.name}.',
      'system -: OFFER OF THE DAY:',
      'system -: Never promise a cake that is not on the ',
    ]);
  });
});

describe('what an assistant is said to have said', () => {
  it('is an example where it is written, and an answer where a name may stand for one', async () => {
    const files = {
      'bakery/talk.js': `const shots = [{ role: 'user', content: 'Do you have rye bread today?' }, { role: 'assistant', content: 'Yes, since six, and it is still warm.' }];
export async function answer(history, ask) {
  let said = await ask([...shots, ...history]);
  if (!said) said = 'Sorry, the oven does not answer at the moment.';
  history.push({ role: 'assistant', content: said });
  return said;
}`,
    };
    assert.deepEqual(await found(files), [
      'user -: Do you have rye bread today?',
      'assistant -: Yes, since six, and it is still warm.',
    ]);
  });
});

describe('what an assistant is made to say by a function', () => {
  it('is no example either where the function may as well be given an answer', async () => {
    const files = {
      'bakery/store.js': `import OpenAI from 'openai';
const talk = [];
export const keep = (role, content) => talk.push({ role: 'assistant', content });
export const send = () => new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: talk });`,
      'bakery/counter.js': `import { keep } from './store.js';
const answerOf = (found) => found ?? 'Sorry, nothing is known of such a cake in this bakery.';
keep('assistant', answerOf(null));`,
    };
    assert.deepEqual(await found(files), []);
  });
});

describe('a tagged template', () => {
  it('is a prompt where its tag is called one', async () => {
    const files = {
      'bakery/list.mjs': `const { text } = await prompt\`Write the shopping list of a bakery for \${day}, flour first.\`;
const box = css\`Write the shopping list of a bakery for the day, flour first.\`;`,
    };
    assert.deepEqual(await found(files), ['template -: Write the shopping list of a bakery for ']);
  });
});

describe('texts without a name of their own', () => {
  it('go by the name of the parameter that takes them', async () => {
    const files = {
      'bakery/helper.ts': `export class Helper { constructor(readonly name: string, readonly systemPrompt: string) {} }
export class Apprentice extends Helper {
  constructor() { super('apprentice', 'You knead the dough and never touch the oven.'); }
}
export const master = new Helper('master', 'You watch the oven and tell the others when to knead.');
export const sign = new Map([['door', 'You find the door of the bakery behind the fountain.']]);`,
    };
    assert.deepEqual(await found(files), [
      'system -: You knead the dough and never touch the ',
      'system -: You watch the oven and tell the others w',
    ]);
  });

  it('go by the class of prompts that they make one of', async () => {
    const files = {
      'bakery/desk.rb': `prompt = Bakery::Prompt.new(<<~TEXT.strip, name: "The one for the desk at the bakery")
  You are the desk of a bakery. Never promise what is not in the oven.
TEXT
title = Bakery::Sign.new("You are at the desk of a bakery. Never promise.")`,
      'bakery/Desk.php': `<?php
$agent->tell(new SystemPrompt(background: ['You write the signs of a bakery.'], output: ['Answer in one line only.']));`,
    };
    assert.deepEqual(await found(files), [
      'system -: You write the signs of a bakery.',
      'system -: Answer in one line only.',
      'system -: You are the desk of a bakery. Never prom',
    ]);
  });
});

describe('what is set and said by methods', () => {
  it('is whose its name or its role says', async () => {
    const files = {
      'bakery/talk.py': `class Talk:
    def __init__(self):
        self.messages = []
    def say(self, role, content):
        self.messages.append({"role": role, "content": content})
    def guest(self, text):
        self.say("user", text)

talk = Talk()
talk.say("system", "You sell bread and nothing else.")
talk.guest("Which loaf keeps for a week?")
talk.say("assistant", "The oven is broken, please come again tomorrow.")`,
      'bakery/desk.rs': `fn desk(model: Model) -> Reply {
    model.request("bread").preamble("You are at the desk. Always greet the guest first.").send();
    Input::new().with_prompt("You must enter the name of the guest here").interact()
}`,
    };
    assert.deepEqual(await found(files), [
      'system -: You are at the desk. Always greet the gu',
      'system -: You sell bread and nothing else.',
      'user -: Which loaf keeps for a week?',
    ]);
  });

  it('is a description where a tool is made of it', async () => {
    const files = {
      'bakery/tools.php': `<?php
class Tool { public function __construct(protected string $name, protected ?string $description = null) {} }
class Oven extends Tool {
  public function __construct() { parent::__construct('oven', 'Tells how hot the oven is.'); }
}
class Lamp extends Light {
  public function __construct() { parent::__construct('lamp', 'Tells how bright the lamp is.'); }
}
$clock = new Tool(name: 'clock', description: 'Tells what time the shop opens.');`,
    };
    assert.deepEqual(await found(files), [
      'tool-description -: Tells how hot the oven is.',
      'tool-description -: Tells what time the shop opens.',
    ]);
  });
});
