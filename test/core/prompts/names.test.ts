import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';

/** `role confidence: first words` of every prompt. */
async function found(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { prompts } = await reportOf(files);
  return prompts.map(({ role, confidence, segments }) => {
    const text = segments.map((segment) =>
      segment.kind === 'text' ? segment.text : `{${segment.expression}}`,
    );
    return `${role} ${confidence}: ${text.join('').trim().slice(0, 40)}`;
  });
}

describe('texts by their names', () => {
  it('are those that a function under the name returns', async () => {
    const source = `export const roles = [
  { id: 'baker', title: 'You are the baker, and you should know it', prompt: (day) => \`You are the baker of the shop. Plan \${day}.\` },
];`;
    assert.deepEqual(await found({ 'bakery/roles.ts': source }), [
      'template medium: You are the baker of the shop. Plan {day',
    ]);
  });

  for (const [path, source] of [
    ['bakery/desk.py', 'agent.instructions = "You bake bread. Answer in one line."'],
    ['bakery/desk.ts', "this.agent.instructions = 'You bake bread. Answer in one line.';"],
    [
      'bakery/Desk.java',
      'class Desk { void f() { agent.instructions = "You bake bread. Answer in one line."; } }',
    ],
    [
      'bakery/Desk.cs',
      'class Desk { void F() { agent.Instructions = "You bake bread. Answer in one line."; } }',
    ],
    [
      'bakery/desk.go',
      'package bakery\nfunc f() { agent.Instructions = "You bake bread. Answer in one line." }',
    ],
    ['bakery/desk.rs', 'fn f() { agent.instructions = "You bake bread. Answer in one line."; }'],
    ['bakery/desk.rb', 'agent.instructions = "You bake bread. Answer in one line."'],
    ['bakery/desk.php', "<?php\n$agent->instructions = 'You bake bread. Answer in one line.';"],
  ] as const)
    it(`are given to a member of something else: ${path}`, async () => {
      assert.deepEqual(await found({ [path]: source }), [
        'system medium: You bake bread. Answer in one line.',
      ]);
    });

  it('are found in code that translates', async () => {
    const source = `<?php
class Judge { public function instructions(): string { return 'Pick the best name for the loaf. Answer with its number.'; } }`;
    assert.deepEqual(await found({ 'bakery/Translation/Judge.php': source }), [
      'system medium: Pick the best name for the loaf. Answer ',
    ]);
  });

  it('are those of a table of prompts', async () => {
    const source = `SHIFT_TO_PROMPT_SUFFIX = {
    "night": "When the bread is in the oven, finish the shift.",
    "name": "When the bread is in the oven",
}
prompt = {"message": "Choose the bread you would like to have", "type": "list"}`;
    assert.deepEqual(await found({ 'bakery/shifts.py': source }), [
      'unknown medium: When the bread is in the oven, finish th',
    ]);
  });

  it('are rules of the system, and an instruction of nobody in particular', async () => {
    const source = `BAKERY_SYSTEM_RULES = "Keep answers short and name the price of every loaf."
instruction = "Please name every loaf that the bakery sells on a Sunday."`;
    assert.deepEqual(await found({ 'bakery/rules.py': source }), [
      'system medium: Keep answers short and name the price of',
      'unknown medium: Please name every loaf that the bakery s',
    ]);
  });

  it('are those that every item of a list is made of', async () => {
    const source = `sys_prompt_array = ["You are a baker who knows flour." for _ in range(n)]
user_prompts = [f"Please name the price of {loaf} in the shop." for loaf in loaves]
guest_prompts = ["Please greet the guest by name."] * len(guests)`;
    assert.deepEqual(await found({ 'bakery/many.py': source }), [
      'system medium: You are a baker who knows flour.',
      'user medium: Please name the price of {loaf} in the s',
      'unknown medium: Please greet the guest by name.',
    ]);
  });

  it('need none in a file of settings where they tell a model at length who it is', async () => {
    const talking =
      'You are a playful baker who talks with the guests of the shop. Always answer in one sentence, never in JSON, and only name loaves that you find in the list below. Reply in the language of the guest:';
    const files = {
      'profiles/baker.json': JSON.stringify({ talking, greeting: 'You are a guest of ours, welcome!' }),
      'site/page.json': JSON.stringify({ talking }),
    };
    assert.deepEqual(await found(files), ['system low: You are a playful baker who talks with t']);
  });

  it('are those that a function makes a function for', async () => {
    const source = `const createOrderPrompt = ({ language }) => async (guest) => {
  return \`Greet \${guest} in \${language}, and offer them a loaf.\`;
};`;
    assert.deepEqual(await found({ 'bakery/orders.js': source }), [
      'template medium: Greet {guest} in {language}, and offer t',
    ]);
  });

  it('are those that a method of a library adds for a role', async () => {
    const source = `package bakery
func ask() {
	note := desk.New().AddStartMessage("user", "Summarize the orders below as a list:\\n"+orders)
	desk.AddMessage("system", "The oven is on")
}`;
    assert.deepEqual(await found({ 'bakery/desk.go': source }), [
      'user medium: Summarize the orders below as a list:\n{o',
    ]);
  });

  it('are those of an entry that is set by a key in brackets, or kept under a key by a method', async () => {
    const text = 'Bake {{bread}} as ordered. Answer in one line, please.';
    const sources = {
      'bakery/keys.js': `body['systemPrompt'] = '${text}';`,
      'bakery/keys.py': `body["system_prompt"] = "${text}"`,
      'bakery/keys.php': `<?php $body['system_prompt'] = '${text}';`,
      'bakery/keys.rb': `body["system_prompt"] = "${text}"`,
      'bakery/Keys.cs': `class Keys { void F() { context.SetArg("system_prompt", "${text}"); body["system_prompt"] = "${text}"; } }`,
      'bakery/Keys.java': `class Keys { void f() { values.put("system_prompt", "${text}"); } }`,
    };
    for (const [path, source] of Object.entries(sources)) {
      const prompts = await found({ [path]: source });
      assert.equal(prompts.length, path.endsWith('.cs') ? 2 : 1, path);
      for (const prompt of prompts) assert.match(prompt, /^system medium: Bake \{+bread/, path);
    }
    const forPeople = `parser.setOption("prompt", "The prompt that you want to send, please quote it.");
t("system_prompt", "Your system prompt should say who the model is.");
form.setLabel("prompt", "Write your prompt here, please.");`;
    assert.deepEqual(await found({ 'bakery/form.js': forPeople }), []);
  });

  it('are no lines of a terminal', async () => {
    const source = `pub const LEFT_PROMPT: &str = "{color.green}{?session {?agent {agent}>}{session}{!session {?agent {agent}>}}";`;
    assert.deepEqual(await found({ 'src/line.rs': source }), []);
  });
});

describe('what is there sometimes', () => {
  it('is no hole where a template says so', async () => {
    const source = `package bakery
const orderPrompt = "You take orders.{{if .Guest}} Greet {{.Guest}}.{{else}} Ask for the name.{{end}} Answer in one line."`;
    assert.deepEqual(await found({ 'bakery/order.go': source }), [
      'template medium: You take orders. Greet {Guest}. Ask for ',
    ]);
  });
});

describe('braces in a text', () => {
  it('are holes behind a dollar where the language does not fill them itself', async () => {
    const source =
      'package bakery\nconst orderPrompt = `You take orders for ${Guest}. Answer in one line, please.`';
    assert.deepEqual(await found({ 'bakery/order.go': source }), [
      'template medium: You take orders for {Guest}. Answer in o',
    ]);
  });

  it('are text in the script of a shell and in a string of an example', async () => {
    const source = `SCRIPT_PROMPT = "You write scripts for ovens. Begin like this:\\nexport OVEN=\${OVEN_HOME} and answer with it."
CODE_PROMPT = 'You write Python for ovens. An example: return f"{loaf} for {guest}" is what we want.'`;
    assert.deepEqual(await found({ 'bakery/code.py': source }), [
      'unknown medium: You write scripts for ovens. Begin like ',
      'unknown medium: You write Python for ovens. An example: ',
    ]);
  });
});

describe('what is printed into a text', () => {
  it('is a hole where the text is made for printing', async () => {
    const source = `package bakery
const orderPrompt = "You take orders for %s. Answer in the language of %v, please."
const salePrompt = "You sell bread at 20% off. Write %s where the guest is named."`;
    assert.deepEqual(await found({ 'bakery/order.go': source }), [
      'template medium: You take orders for {}. Answer in the la',
      'unknown medium: You sell bread at 20% off. Write %s wher',
    ]);
  });
});

describe('a long text without a name', () => {
  it('speaks for itself where it tells somebody who they are', async () => {
    const source = `class Shop {
  void open() {
    var roles = Map.of("counter", """
        You are a seller at the counter of a bakery. Follow these rules:
        1. Always greet the guest first, and ask what they would like.
        2. Never promise a loaf that is not on the shelf; offer another one.""",
      "street", """
        The bakery at the old bridge was founded in the year of the great flood, and has since been in the hands
        of one family, who bake in the oven that their forebears built of the stones of the bridge itself.""");
  }
}`;
    assert.deepEqual(await found({ 'src/Shop.java': source }), [
      'system low: You are a seller at the counter of a bak',
    ]);
  });
});

it('a file called system.md is a prompt where it reads like one', async () => {
  const files = {
    'patterns/order/system.md':
      '# Identity\n\nYou are an expert who takes orders for cakes. Answer in one line.',
    'docs/system.md': '# Identity\n\nYou are an expert who takes orders for cakes. Answer in one line.',
    'build/system.md': '# What the oven needs\n\nIt needs three phases and a dry floor.',
  };
  assert.deepEqual(await found(files), ['system medium: # Identity\n\nYou are an expert who takes ']);
});
