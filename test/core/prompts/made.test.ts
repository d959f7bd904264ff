import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';

async function sent(files: Readonly<Record<string, string>>, path: string): Promise<string[]> {
  const { prompts } = await reportOf(files);
  return prompts
    .filter((prompt) => prompt.path === path)
    .map(({ role, sdk, segments }) => {
      const [first] = segments;
      return `${role} ${sdk ?? '-'}: ${first?.kind === 'text' ? first.text : ''}`;
    })
    .sort();
}

const goClient = `package llm
import (
	"context"
	openai "github.com/sashabaranov/go-openai"
)
type Writer interface {
	Answer(question string, rules string) (string, error)
}
type Client struct{ client *openai.Client }
func New(key string) (*Client, error) { return &Client{client: openai.NewClient(key)}, nil }
func (c *Client) Answer(question string, rules string) (string, error) {
	_, err := c.client.CreateChatCompletion(context.Background(), openai.ChatCompletionRequest{
		Model: openai.GPT4o,
		Messages: []openai.ChatCompletionMessage{
			{Role: openai.ChatMessageRoleSystem, Content: rules},
			{Role: openai.ChatMessageRoleUser, Content: question},
		},
	})
	return "", err
}`;

function go(body: string): Readonly<Record<string, string>> {
  return {
    'go.mod': 'module example.com/harbour\n',
    'llm/client.go': goClient,
    'main.go': `package main\nimport "example.com/harbour/llm"\n${body}`,
  };
}

const asked = ['system openai: Name one pilot and nobody else.', 'user openai: Who is on duty this morning?'];
const ask = '.Answer("Who is on duty this morning?", "Name one pilot and nobody else.")';

describe('what a method of a client of the workspace is handed', () => {
  it('is sent where the client is a field that is called like its package', async () => {
    const files = go(`type Desk struct{ llm *llm.Client }\nfunc (d *Desk) Open() { d.llm${ask} }`);
    assert.deepEqual(await sent(files, 'main.go'), asked);
  });

  it('is sent where a function made the client, and says so', async () => {
    const files = go(`func Open() {\n\tc, _ := llm.New("key")\n\tc${ask}\n}`);
    assert.deepEqual(await sent(files, 'main.go'), asked);
  });

  it('is sent where an interface only declares the method, without being named by the client', async () => {
    assert.deepEqual(await sent(go(`func Open(w llm.Writer) { w${ask} }`), 'main.go'), asked);
  });

  it('is not sent by a method of another form, or of a type that nobody sees', async () => {
    const other = `type Log interface{ Answer(line string) }\nfunc Note(l Log) { l.Answer("The gate of the harbour is open now.") }`;
    assert.deepEqual(await sent(go(other), 'main.go'), []);
    const unseen = `func Note(l logs.Log) { l.Answer("The gate of the harbour is open.", "It stays so today.") }`;
    assert.deepEqual(await sent(go(unseen), 'main.go'), []);
  });

  it('is sent by a method that hands it on to another one', async () => {
    const desk = `type Desk struct{ cl *llm.Client }
func (d *Desk) ask(system, question string) { d.cl.Answer(question, system) }
func (d *Desk) Open() { d.ask("Name one pilot and nobody else.", "Who is on duty this morning?") }`;
    assert.deepEqual(await sent(go(desk), 'main.go'), asked);
  });
});

const oven = `<?php
namespace Bakery;
class Oven implements Baker {
  public function __construct(private \\GuzzleHttp\\Client $http) {}
  public function bake(string $order): string {
    $answer = $this->http->post('https://api.openai.com/v1/chat/completions', ['json' => [
      'model' => 'gpt-4o', 'messages' => [['role' => 'user', 'content' => $order]],
    ]]);
    return $answer;
  }
}`;

describe('an object that a method returns', () => {
  it('is what the method says, in PHP also one of several classes', async () => {
    const files = {
      'src/Baker.php':
        '<?php\nnamespace Bakery;\ninterface Baker { public function bake(string $order): string; }',
      'src/Oven.php': oven,
      'src/Ovens.php': `<?php
namespace Bakery;
class Ovens {
  public function __construct(private Oven $first, private Oven $second) {}
  public function choose(bool $early): Baker { return $early ? $this->first : $this->second; }
}`,
      'src/Shop.php': `<?php
namespace Bakery;
class Shop {
  public function open(Ovens $ovens) {
    $oven = $ovens->choose(true);
    return $oven->bake('Write a label for the rye bread.');
  }
}`,
    };
    assert.deepEqual(await sent(files, 'src/Shop.php'), ['user openai: Write a label for the rye bread.']);
  });

  it('is the one it was called on where the method returns itself', async () => {
    const files = {
      'src/Client.php': `<?php
namespace Bakery;
class Client {
  private array $messages = [];
  private function say(string $role, string $text) { $this->messages[] = ['role' => $role, 'content' => $text]; return $this; }
  public function rules(string $text): self { return $this->say('system', $text); }
  public function asked(string $text): static { return $this->say('user', $text); }
}`,
      'src/shop.php': `<?php
use Bakery\\Client;
$client = new Client();
$client->rules('You name one bread.')->asked('Which bread is warm?');`,
    };
    assert.deepEqual(await sent(files, 'src/shop.php'), [
      'system -: You name one bread.',
      'user -: Which bread is warm?',
    ]);
  });

  it('is what the method says in C#, Java and Rust', async () => {
    const files = {
      'Desk.cs': `using OpenAI.Chat;
class Pilot { ChatClient client = new ChatClient("gpt-4o", "key");
  public void Ask(string order) { client.CompleteChat(new SystemChatMessage(order)); } }
class Pilots { public async Task<Pilot> FindAsync() { return first; } }
class Desk { async Task Open(Pilots pilots) { var pilot = await pilots.FindAsync(); pilot.Ask("Bring the ferry to the quay."); } }`,
      'Desk.java': `import dev.langchain4j.model.chat.ChatLanguageModel;
import dev.langchain4j.data.message.SystemMessage;
class Pilot { ChatLanguageModel model; String ask(String order) { return model.generate(SystemMessage.from(order)); } }
class Pilots { Pilot find() { return first; } }
class Desk { void open(Pilots pilots) { var pilot = pilots.find(); pilot.ask("Bring the ferry to the quay."); } }`,
      'desk.rs': `use async_openai::types::ChatCompletionRequestSystemMessageArgs;
struct Pilot; impl Pilot { fn ask(&self, order: &str) { ChatCompletionRequestSystemMessageArgs::default().content(order).build(); } }
struct Pilots; impl Pilots { fn find(&self) -> Result<Box<Pilot>, Lost> { Ok(x) } }
fn open(pilots: &Pilots) { let pilot = pilots.find()?; pilot.ask("Bring the ferry to the quay."); }`,
    };
    for (const path of Object.keys(files))
      assert.deepEqual(
        (await sent(files, path)).map((line) => line.replace(/ \S+:/, ':')),
        ['system: Bring the ferry to the quay.'],
        path,
      );
  });

  it('adds messages of the role that its parameter falls back on', async () => {
    const files = {
      'src/Chat.php': `<?php
namespace Bakery;
class Chat {
  public function add(string $text, string $role = 'user') { $this->messages[] = ['role' => $role, 'content' => $text]; return $this; }
  public function send(string $text) { $this->add($text); return $this->post(); }
}`,
      'src/shop.php': `<?php
use Bakery\\Chat;
$chat = new Chat();
$chat->add('You name one bread.', 'system')->send('Which bread is warm?');`,
    };
    assert.deepEqual(await sent(files, 'src/shop.php'), [
      'system -: You name one bread.',
      'user -: Which bread is warm?',
    ]);
  });
});
