/** One sound file of every kind that is read besides TypeScript and Python, by path. */
export const harbour: Readonly<Record<string, string>> = {
  'prompts/berth.prompty': `---
name: berth
description: Finds a berth for a ship
model:
  api: chat
  configuration: { type: azure_openai, azure_deployment: gpt-4o }
  parameters: { max_tokens: 300 }
sample: { ship: Aurora, tide: high }
---
system:
You are the harbour master. Name the berth and the tide.
{% if tide %}The tide is {{ tide }}.{% endif %}

user:
Where does {{ ship }} moor? ![chart](chart.png)
`,
  'prompts/tide.prompt': `---
model: googleai/gemini-2.5-flash
input: { schema: { ship: string, "tide?": string } }
---
{{role "system"}}
You are the harbour master.
{{#each ships}}- {{this.name}} draws {{this.draught}} metres
{{/each}}
{{role "user"}}{{> berth ship=ship}} {{{raw}}}
`,
  'AGENTS.md': `# The harbour\n\nYou work on the harbour's software. Run \`make tide\` before a commit.\n\n- Never moor two ships at one berth.\n`,
  'prompts/pilot.j2': `{# for pilots #}You are a pilot.{% for ship in ships if ship.large %}
Bring {{ ship.name | upper }} to berth {{ loop.index }}.{% else %}There is none.{% endfor %}
{%- macro tide(level) -%}The tide is {{ level }}.{%- endmacro %}{{ tide('high') }}{% raw %}{{ not this }}{% endraw %}
`,
  'prompts/lock.mustache': `You keep the lock. {{#ship}}Open for {{name}}.{{/ship}}{{^ship}}Keep it shut.{{/ship}}{{! nobody }}{{=<% %>=}}<% level %>\n`,
  'promptfooconfig.yaml': `prompts:
  - "You are the harbour master. Where does {{ship}} moor?"
  - |
    You are a pilot.
    Bring {{ship}} in.
  - file://prompts/pilot.j2
providers: [openai:gpt-4o, { id: anthropic:messages:claude-sonnet-4-6, config: { max_tokens: 100 } }]
tests:
  - vars: { ship: "Aurora" }
anchors: &anchor { deep: [1, [2, [3, { four: *anchor }]]] }
`,
  'config/agents.yaml': `harbour_master:
  role: >
    Harbour master of {port}
  goal: >-
    Moor every ship before the tide turns
  backstory: "You have kept this harbour for thirty years.\\nYou know every \\x62erth."
`,
  'config/tasks.yml': `moor:
  description: 'Find a berth for {ship}, and don''t forget the tide.'
  expected_output: The number of a berth
  agent: harbour_master
`,
  'prompts/messages.json': `{ "_type": "chat", "messages": [ { "role": "system", "content": "You are the harbour master.\\u0020Name the \\ud83d\\udea2 berth." },\n { "role": "user", "content": [ { "type": "text", "text": "Where does {ship} moor?" } ] } ], "input_variables": ["ship"] }`,
  'plugins/Berth/skprompt.txt': `You are the harbour master.\nName a berth for {{$ship}} at {{tide.level $now}}.\n`,
  'plugins/Berth/config.json': `{ "schema": 1, "description": "Finds a berth", "execution_settings": { "default": { "max_tokens": 100, "model_id": "gpt-4o" } } }`,
  'prompts/settings.toml': `[harbour]\nsystem = """\nYou are the harbour master.\nThe tide is {{ tide }}.\n"""\nuser = 'Where does {ship} moor?'\n`,
  'harbour.go': `package harbour

import (
	"context"
	"fmt"

	openai "github.com/sashabaranov/go-openai"
)

const order = \`You are the harbour master.
Name the berth and the tide.\`

func Berth(ctx context.Context, client *openai.Client, ship string) (string, error) {
	answer, err := client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Model: openai.GPT4o,
		Messages: []openai.ChatCompletionMessage{
			{Role: openai.ChatMessageRoleSystem, Content: order},
			{Role: "user", Content: fmt.Sprintf("Where does %s moor at %d o'clock?", ship, 12)},
		},
	})
	if err != nil {
		return "", fmt.Errorf("no berth for %s: %w", ship, err)
	}
	return answer.Choices[0].Message.Content, nil
}
`,
  'Harbour.java': `package harbour;

import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;

interface Harbour {
    String ORDER = "You are the harbour master. " + "Name the berth.";

    @SystemMessage("""
        You are the harbour master.
        Name the berth and the \\"tide\\".
        """)
    @UserMessage("Where does {{ship}} moor?")
    String berth(String ship);

    default String tide(String ship) {
        StringBuilder text = new StringBuilder(ORDER);
        text.append("The tide is high for ").append(ship);
        return String.format(text.toString() + " at %d o'clock", 12);
    }
}
`,
  'Harbour.cs': `using System.ComponentModel;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace Quay.Desk;

static class Texts { public const string Order = "You are the harbour master. " + "Name the berth."; }

class Harbour(IChatClient client, Kernel kernel)
{
    private readonly List<ChatMessage> log = [new(ChatRole.System, Texts.Order)];

    public async Task<string> Ask(string ship, DateTime tide)
    {
        var text = new StringBuilder(@"Where does ""it"" moor?");
        text.AppendLine($"The ship is {ship,10:N0}, {{not this}}.").Append("Now: ").AppendFormat("{0}", tide);
        log.Add(new ChatMessage(ChatRole.User, text.ToString()) { AuthorName = "quay" });
        var options = new ChatOptions { Instructions = $$"""
            You are the harbour master.
              The ship is {{ship}}, the berth is {"number": 1}.
            """, MaxOutputTokens = 300 };
        await kernel.InvokePromptAsync("Say {{$input}}\\u0021");
        return (await client.GetResponseAsync(log, options))?.Text ?? string.Format("Berth {0}", this.log.Count);
    }

    [KernelFunction, Description("Looks up the tide")]
    public string Tide([Description("the day")] string day) => day switch { "today" => "high", _ => """low""" };
}
`,
  'prompts/Harbour.php': `<?php
enum Role: string { case System = 'system'; case User = 'user'; }
class Turn {
    public function __construct(public Role $role, public string $text) {}
    public static function system(string $text): self { return new self(Role::System, $text); }
}
$log = [Turn::system(__('You are the harbour master. Name the berth.')), new Turn(Role::User, "Where does {$ship} moor?")];
$body = ['system_instruction' => ['parts' => [['text' => 'You are the "harbour" master.']]]];
return strtr(str_replace(['{ship}', '{tide}'], [$ship, 'high'], 'You are the harbour master of {ship}. The tide is {tide}.'), ['.' => '!']);
`,
  'harbour.rb': `class BerthTool < RubyLLM::Tool
  description <<~TEXT.squish
    Looks up the berth
    of a ship.
  TEXT
  param :ship, desc: "the ship"
end
SYSTEM_PROMPT = <<~'TEXT'.strip
  You are the harbour master.
  Name the berth.
TEXT
def ask(ship) = @chat.with_instructions(SYSTEM_PROMPT).ask("Where does #{ship} moor?".gsub("moor", "lie"))
`,
  'harbour.rs': `enum Role { System, User }
struct Turn { role: Role, text: String }
impl Turn {
    fn new(role: Role, text: &str) -> Self { Self { role, text: text.to_string() } }
    fn system(text: &str) -> Self { Self::new(Role::System, text) }
}
const ORDER: &str = r#"You are the "harbour" master. Name the berth."#;
fn ask(ship: &str) -> Vec<Turn> {
    vec![Turn::system(ORDER), Turn::new(Role::User, &format!("Where does {ship} moor? {0:?}", 'a'))]
}
`,
};
