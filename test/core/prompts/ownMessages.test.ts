import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './sdks/found.ts';

describe('messages of a class of the workspace’s own', () => {
  for (const [path, source] of [
    [
      'bakery/Desk.cs',
      `enum Speaker { System, User }
record Turn(Speaker Role, string Text);
class Desk {
  List<Turn> Ask(string loaf) => new List<Turn> { new Turn(Speaker.System, "You sort loaves."), new(Speaker.User, $"Sort {loaf}.") };
}`,
    ],
    [
      'bakery/Desk.php',
      `<?php
enum Role: string { case System = 'system'; case User = 'user'; }
class Turn { public function __construct(public Role $role, public string $text) {} }
function ask($loaf) { return [new Turn(Role::System, 'You sort loaves.'), new Turn(Role::User, "Sort {$loaf}.")]; }`,
    ],
    [
      'bakery/desk.rb',
      `class Turn
  def initialize(role, text)
    @role = role
  end
end
def ask(loaf) = [Turn.new(:system, "You sort loaves."), Turn.new(:user, "Sort #{loaf}.")]`,
    ],
    [
      'bakery/desk.rs',
      `enum Role { System, User }
struct Turn { role: Role, text: String }
impl Turn { fn new(role: Role, text: String) -> Self { Self { role, text } } }
fn ask(loaf: &str) -> Vec<Turn> {
    vec![Turn::new(Role::System, "You sort loaves.".into()), Turn::new(Role::User, format!("Sort {loaf}."))]
}`,
    ],
  ] as const)
    it(`are told by the constructor's parameters: ${path}`, async () => {
      const [system, user, another] = await found(path, source);
      assert.equal(system, 'system - -: You sort loaves.');
      assert.match(user ?? '', /^user - -: Sort \{\$?loaf\}\.$/);
      assert.equal(another, undefined);
    });

  it('are none where somebody is given in place of a role', async () => {
    const source = `class Desk { void F(User user) { Send(new ChatMessage(user, "Welcome to the shop."), new ChatMessage(SYSTEM, "You sort loaves.")); } }`;
    assert.deepEqual(await found('bakery/Desk.cs', source), ['system - -: You sort loaves.']);
  });

  it('are known by their name where nobody can see the class', async () => {
    const source = `class Desk { void F() { Send(new ChatMessage("system", "You sort loaves."), new Message(MessageRole.User, "Sort them.")); } }`;
    assert.deepEqual(await found('bakery/Desk.cs', source), [
      'system - -: You sort loaves.',
      'user - -: Sort them.',
    ]);
  });

  for (const [path, source, text] of [
    [
      'bakery/desk.rs',
      `struct Turn { role: Role, text: String }
impl Turn {
    fn new(role: Role, text: &str) -> Self { Self { role, text: text.to_string() } }
    fn system(text: &str) -> Self { Self::new(Role::System, text) }
}
fn ask() -> Turn { Turn::system("You sort the loaves of the shop.") }`,
      'You sort the loaves of the shop.',
    ],
    [
      'bakery/Desk.php',
      `<?php
class Turn {
  public function __construct(public Role $role, public string $text) {}
  public static function system(string $text): self { return new self(Role::System, $text); }
}
$turn = Turn::system('You sort the loaves of the shop.');`,
      'You sort the loaves of the shop.',
    ],
    [
      'bakery/Desk.cs',
      `record Turn(string Role, string Content);
class Talk {
  List<Turn> turns = new();
  public void AddSystem(string text) => turns.Add(new Turn("system", text));
  void Open() { AddSystem("You sort the loaves of the shop."); }
}`,
      'You sort the loaves of the shop.',
    ],
  ] as const)
    it(`come by functions that make them: ${path}`, async () => {
      assert.deepEqual(await found(path, source), [`system - -: ${text}`]);
    });

  for (const [path, source] of [
    ['bakery/Log.cs', 'class Log { void F() { Write(new LogMessage("system", "The oven is hot now.")); } }'],
    [
      'bakery/Grant.cs',
      'record Grant(string Role, string Path);\nclass A { object F() => new Grant("user", "Read the whole list of loaves"); }',
    ],
    ['bakery/mail.rb', 'MailMessage.new("user", "You can fetch your bread now.")'],
    ['bakery/grant.rs', 'fn f() { let g = Grant::new(Role::User, "may open the door of the shop"); }'],
  ] as const)
    it(`are no messages to people and no rights: ${path}`, async () => {
      assert.deepEqual(await found(path, source), []);
    });
});

describe('bodies of requests that are sent elsewhere', () => {
  it('say whose text is whose as Gemini takes it', async () => {
    const source = `<?php
$data = ['system_instruction' => ['parts' => [['text' => 'You bake.']]], 'contents' => [['parts' => [['text' => "Name $count loaves."]]]]];
$ch = curl_init($url);
curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode($data));`;
    assert.deepEqual(await found('bakery/bake.php', source), [
      'system - -: You bake.',
      'user - -: Name {$count} loaves.',
    ]);
  });

  it('are no answers of it', async () => {
    const source = `<?php
$answer = ['candidates' => [['content' => ['parts' => [['text' => 'Here are ten loaves for you.']]]]]];`;
    assert.deepEqual(await found('bakery/answer.php', source), []);
  });

  it('name the model beside the messages', async () => {
    const source = `class Ask
  def body
    { model: "gpt-4o-mini", messages: [{ role: "system", content: "You bake." }, { role: "user", content: "Bake #{@loaf}." }] }
  end
end`;
    assert.deepEqual(await found('bakery/ask.rb', source), [
      'system - gpt-4o-mini: You bake.',
      'user - gpt-4o-mini: Bake {@loaf}.',
    ]);
  });
});

it('a message may call its content a text, where a constant says its role', async () => {
  const source = `package bakery
func notes(m *Memory) {
  m.Chat(&engines.ChatPrompt{History: []*engines.ChatMessage{
    {Role: engines.ConvRoleSystem, Text: "You keep the notes of a bakery."},
    {Role: "user", Text: "Rye, please."},
  }})
}`;
  assert.deepEqual(await found('bakery/notes.go', source), ['system - -: You keep the notes of a bakery.']);
  const shown =
    "const lines = [{ role: 'user', text: 'Rye, please.' }, { role: Role.System, text: 'Be brief.' }];";
  assert.deepEqual(await found('bakery/shown.ts', shown), ['system - -: Be brief.']);
});

it('a part of a message is made by a function that is called so', async () => {
  const source = `package bakery
var first = desk.Message{Role: "user", Content: []desk.ContentBlock{desk.NewTextContentBlock("What does a rye loaf cost?")}}`;
  assert.deepEqual(await found('bakery/first.go', source), ['user - -: What does a rye loaf cost?']);
});

it('an agent that is built with a name has its prompt as an instruction', async () => {
  const source = (built: string) => `class Agents {
  Object made() { return ${built}.prompt("You are the baker. Read the order, and bake what it says.").build(); }
}`;
  assert.deepEqual(await found('bakery/Agents.java', source('SubAgent.builder().name("baker")')), [
    'system - -: You are the baker. Read the order, and bake what it says.',
  ]);
  assert.deepEqual(await found('bakery/Box.java', source('InputBox.builder().width(40)')), []);
});

it('a part of a message that a browser’s own model is given has its text as a value', async () => {
  const source = `const session = await LanguageModel.create({ expectedInputs: [{ type: 'audio' }] });
await session.prompt([{ role: 'user', content: [{ type: 'text', value: 'Write down this order.' }, { type: 'audio', value: order }] }]);`;
  assert.deepEqual(await found('bakery/desk.js', source), ['user - -: Write down this order.']);
});

describe('classes of the workspace that are called like a role’s messages', () => {
  const note = (imported: string) => `${imported}
export class NightSystemMessage {
  constructor({ text }: { text: string }) { this.text = text; }
}
export const first = new NightSystemMessage({ text: 'You watch the oven at night.' });`;

  it('are messages where their file speaks to a provider', async () => {
    assert.deepEqual(await found('bakery/night.ts', note("import OpenAI from 'openai';")), [
      'system - -: You watch the oven at night.',
    ]);
  });

  it('are none on a page', async () => {
    assert.deepEqual(await found('bakery/night.ts', note("import React from 'react';")), []);
  });
});
