import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('the packages of PHP', () => {
  it('openai-php on a promoted property, and its facade', async () => {
    const source = `<?php
use OpenAI\\Client;
use OpenAI\\Laravel\\Facades\\OpenAI;

class Desk
{
    private const SYSTEM = 'You run a harbour.';

    public function __construct(private Client $client) {}

    public function ask(string $ship): void
    {
        $messages = [['role' => 'system', 'content' => self::SYSTEM]];
        $messages[] = ['role' => 'user', 'content' => "Find a berth for {$ship}."];
        $this->client->chat()->create(['model' => 'gpt-4o-mini', 'max_tokens' => 64, 'messages' => $messages]);
        OpenAI::responses()->create(['model' => 'gpt-4.1', 'input' => 'Which ships come today?']);
    }
}`;
    assert.deepEqual(await found('harbour/Desk.php', source), [
      'system openai gpt-4o-mini: You run a harbour.',
      'user openai gpt-4o-mini: Find a berth for {$ship}.',
      'user openai gpt-4.1: Which ships come today?',
    ]);
    assert.deepEqual(await calls('harbour/Desk.php', source), [
      'openai gpt-4o-mini 64: system user',
      'openai gpt-4.1 -: user',
    ]);
  });

  it('Prism, with the model of its chain', async () => {
    const source = `<?php
use Prism\\Prism\\Prism;
use Prism\\Prism\\Enums\\Provider;

Prism::text()
    ->using(Provider::Anthropic, 'claude-haiku-4-5')
    ->withSystemPrompt('You run a harbour.')
    ->withPrompt("Where is {$ship}?")
    ->asText();`;
    assert.deepEqual(await found('harbour/ask.php', source), [
      'system prism claude-haiku-4-5: You run a harbour.',
      'user prism claude-haiku-4-5: Where is {$ship}?',
    ]);
  });

  it('LLPhant', async () => {
    const source = `<?php
use LLPhant\\Chat\\OpenAIChat;
$chat = new OpenAIChat();
$chat->setSystemMessage('You run a harbour.');
$answer = $chat->generateText('Which ships come today?');`;
    assert.deepEqual(await found('harbour/ask.php', source), [
      'system llphant -: You run a harbour.',
      'user llphant -: Which ships come today?',
    ]);
  });

  it('neuron-ai', async () => {
    const source = `<?php
use NeuronAI\\Agent\\SystemPrompt;
use NeuronAI\\Chat\\Messages\\UserMessage;
use NeuronAI\\Tools\\Tool;
$agent->setInstructions((string) new SystemPrompt(background: ['You run a harbour.'], output: ['Name ships first.']));
$agent->addTool(Tool::make('tide', 'Tells how high the water stands.'));
$agent->chat(new UserMessage('Which ships come today?'));`;
    assert.deepEqual(await found('harbour/ask.php', source), [
      'system neuron-ai -: You run a harbour.',
      'system neuron-ai -: Name ships first.',
      'tool-description neuron-ai -: Tells how high the water stands.',
      'user - -: Which ships come today?',
    ]);
  });

  it('the prompts of WordPress, which need no import', async () => {
    const source = `<?php
$text = wp_ai_client_prompt(__('Name the ships of this week.', 'harbour'))->using_system_instruction('You answer for the harbour.')->generate_text();
$fields = ['description' => __('You must always give the name of a ship, please.', 'harbour')];`;
    assert.deepEqual(await found('harbour/plugin.php', source), [
      'user wordpress-ai -: Name the ships of this week.',
      'system wordpress-ai -: You answer for the harbour.',
    ]);
  });

  it('servers of tools, and the messages of instructor and of bags', async () => {
    const tools = `<?php
use Laravel\\Mcp\\Server\\Tool;
use Laravel\\Mcp\\Server\\Attributes\\Description;
#[Description('Tells the height of the water')]
class Tide extends Tool {}`;
    assert.deepEqual(await found('harbour/Tide.php', tools), [
      'tool-description mcp -: Tells the height of the water',
    ]);
    const positional = `<?php
use Mcp\\Capability\\Attribute\\McpTool;
class Piers { #[McpTool('piers', 'Lists the piers')] public function all() {} }`;
    assert.deepEqual(await found('harbour/Piers.php', positional), [
      'tool-description mcp -: Lists the piers',
    ]);
    const instructor = `<?php
use Cognesy\\Instructor\\StructuredOutput;
$ship = (new StructuredOutput)->with(messages: 'The Anna lies at pier 2.', prompt: 'Extract the ship.', model: 'gpt-4o')->get();`;
    assert.deepEqual(await found('harbour/ship.php', instructor), [
      'user instructor gpt-4o: The Anna lies at pier 2.',
      'user instructor gpt-4o: Extract the ship.',
    ]);
    const bag = `<?php
use Symfony\\AI\\Platform\\Bridge\\OpenAi\\Factory;
use Symfony\\AI\\Platform\\Message\\Message;
use Symfony\\AI\\Platform\\Message\\MessageBag;
$platform = Factory::createPlatform($key);
$messages = new MessageBag(Message::forSystem('You answer for the harbour.'), Message::ofUser($picture, 'What is this?'));
$platform->invoke('gpt-4o-mini', $messages);`;
    assert.deepEqual(await found('harbour/bag.php', bag), [
      'system symfony-ai gpt-4o-mini: You answer for the harbour.',
      'user symfony-ai gpt-4o-mini: What is this?',
    ]);
  });

  it('files that return a text are called what it is called', async () => {
    const source = "<?php\nreturn <<<'TEXT'\nYou answer for the harbour. Keep it short.\nTEXT;";
    assert.deepEqual(await found('harbour/system-instruction.php', source), [
      'system - -: You answer for the harbour. Keep it short.',
    ]);
    assert.deepEqual(await found('harbour/greeting.php', source), []);
  });

  it('texts that others are put into', async () => {
    const source = `<?php
$prompt = str_replace(['{ship}', '{pier}'], [$ship, $pier], 'You guide {ship} to {pier}, and only there.');
$user_prompt = strtr('Tell me please where %ship% lies.', ['%ship%' => $ship]);`;
    assert.deepEqual(await found('harbour/guide.php', source), [
      'template - -: You guide {$ship} to {$pier}, and only there.',
      'user - -: Tell me please where {$ship} lies.',
    ]);
  });

  it('is silent on what only sounds like a request', async () => {
    const source = `<?php
Log::info("System message: you must load the ship now");
$prompt = readline('Enter the name of the ship: ');
$query = "SELECT you, must FROM prompts WHERE system = 1 AND role = 'user'";
$template = '<div class="prompt"><p>You must always enter the name of your ship.</p></div>';
throw new InvalidArgumentException('You must give a prompt that is not empty');
$this->addOption('prompt', null, InputOption::VALUE_REQUIRED, 'The prompt you want to give to the model');
$twilio->messages->create($to, ['body' => 'You can fetch your load now, please be on time.']);
$attributes = ['role' => 'button', 'content' => 'Please load the ship now'];`;
    assert.deepEqual(await found('harbour/load.php', source), []);
  });

  it('the SDK of Laravel, Symfony’s and Gemini’s', async () => {
    const source = `<?php
use Laravel\\Ai\\Contracts\\Agent;
use function Laravel\\Ai\\agent;
use Symfony\\AI\\Platform\\Message\\Message;
use Symfony\\AI\\Platform\\Message\\MessageBag;
class Pilot implements Agent {
    public function instructions(): string { return 'You pilot ships into the harbour.'; }
}
function ask($ship, $platform) {
    agent(instructions: 'You list ships.')->prompt('Which come today?');
    $bag = new MessageBag(Message::forSystem('You run a harbour.'), Message::ofUser("Where is {$ship}?"));
    Gemini::client('k')->generativeModel(model: 'gemini-2.0-flash')->generateContent('Is the tide high?');
}`;
    assert.deepEqual(await found('app/Desk.php', source), [
      'system - -: You pilot ships into the harbour.',
      'system laravel-ai -: You list ships.',
      'user laravel-ai -: Which come today?',
      'system - -: You run a harbour.',
      'user - -: Where is {$ship}?',
      'user google gemini-2.0-flash: Is the tide high?',
    ]);
  });

  it('what the container of Laravel keeps', async () => {
    const source = `<?php
use Illuminate\\Support\\Facades\\Http;
class Desk {
    public function chat(string $text, string $told = 'You run a harbour.'): string {
        return Http::post('https://api.openai.com/v1/chat/completions', ['model' => 'gpt-4o', 'messages' => [
            ['role' => 'system', 'content' => $told], ['role' => 'user', 'content' => $text],
        ]])->json('choices.0.message.content');
    }
}
function berth($ship) { return app(Desk::class)->chat("Where does {$ship} moor?", 'You know the berths.'); }
function tide() { return resolve(Desk::class)->chat('Is the tide high?', 'You know the tides.'); }`;
    const texts = (await found('app/Desk.php', source))
      .map((line) => line.replace(/^(\w+) [^:]*/, '$1'))
      .sort();
    assert.deepEqual(texts, [
      'system: You know the berths.',
      'system: You know the tides.',
      'system: You run a harbour.',
      'user: Is the tide high?',
      'user: Where does {$ship} moor?',
    ]);
  });
});
