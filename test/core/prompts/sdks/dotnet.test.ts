import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

it('agents of the agent framework, by position and by the type they are declared with', async () => {
  const source = `using Microsoft.Agents.AI;
using Azure.AI.OpenAI;
class Desk {
  async Task Open(IHostApplicationBuilder builder) {
    builder.AddAIAgent("pilot", "You guide ships to the pier.");
    AIAgent agent = Clients.Make().GetChatClient("gpt-4.1").AsAIAgent("You answer for the harbour.");
    await agent.RunAsync("Where is the ferry?");
    AIAgent other = Clients.Make().GetResponsesClient().AsAIAgent("gpt-5.6-luna", "You watch the tide.");
  }
}`;
  assert.deepEqual(await found('harbour/Desk.cs', source), [
    'system microsoft-extensions-ai -: You guide ships to the pier.',
    'system microsoft-extensions-ai gpt-4.1: You answer for the harbour.',
    'user microsoft-extensions-ai gpt-4.1: Where is the ferry?',
    'system microsoft-extensions-ai gpt-5.6-luna: You watch the tide.',
  ]);
});

describe('OpenAI in .NET', () => {
  it('a chat client that knows its model, and messages of its classes', async () => {
    const source = `using OpenAI.Chat;

class Desk
{
    private readonly ChatClient client = new("gpt-4o-mini", Environment.GetEnvironmentVariable("KEY"));

    public async Task<string> Ask(string ship)
    {
        List<ChatMessage> messages = [new SystemChatMessage("You run a harbour.")];
        messages.Add(new UserChatMessage($"Find a berth for {ship}."));
        ChatCompletion completion = await client.CompleteChatAsync(messages, new() { MaxOutputTokenCount = 200 });
        return completion.Content[0].Text;
    }
}`;
    assert.deepEqual(await found('harbour/Desk.cs', source), [
      'system openai gpt-4o-mini: You run a harbour.',
      'user openai gpt-4o-mini: Find a berth for {ship}.',
    ]);
    assert.deepEqual(await calls('harbour/Desk.cs', source), ['openai gpt-4o-mini 200: system user']);
  });
});

describe('Microsoft.Extensions.AI', () => {
  it('messages by role, with and without their class, and options', async () => {
    const source = `using Microsoft.Extensions.AI;

IChatClient client = new OllamaChatClient(new Uri("http://localhost:11434"), "llama3.1");
List<ChatMessage> history = [new(ChatRole.System, "You run a harbour.")];
history.Add(new ChatMessage(ChatRole.User, $"Find a berth for {ship}."));
var options = new ChatOptions { Instructions = "You name one berth.", Tools = [AIFunctionFactory.Create(Tide)] };
var answer = await client.GetResponseAsync(history, options);

[Description("Looks up the tide of a day.")]
static string Tide([Description("the day, as a date")] string day) => "high";`;
    assert.deepEqual(await found('harbour/Program.cs', source), [
      'system microsoft-extensions-ai llama3.1: You run a harbour.',
      'user microsoft-extensions-ai llama3.1: Find a berth for {ship}.',
      'system microsoft-extensions-ai llama3.1: You name one berth.',
      'tool-description microsoft-extensions-ai -: Looks up the tide of a day.',
      'tool-description microsoft-extensions-ai -: the day, as a date',
    ]);
  });

  it('an agent’s instructions', async () => {
    const source = `using Microsoft.Agents.AI;

AIAgent pilot = chatClient.CreateAIAgent(name: "Pilot", instructions: "You bring ships in.");
await pilot.RunAsync("Bring the Aurora in.");`;
    assert.deepEqual(await found('harbour/Pilot.cs', source), [
      'system microsoft-extensions-ai -: You bring ships in.',
      'user microsoft-extensions-ai -: Bring the Aurora in.',
    ]);
  });
});

describe('Semantic Kernel in C#', () => {
  it('a history, a prompt function and a kernel function', async () => {
    const source = `using System.ComponentModel;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

class Desk(Kernel kernel)
{
    public async Task Ask(string ship)
    {
        var history = new ChatHistory("You run a harbour.");
        history.AddUserMessage($"Find a berth for {ship}.");
        await kernel.InvokePromptAsync("Translate for the pilot: {{$input}}");
        var summarise = kernel.CreateFunctionFromPrompt("""
            Summarise the log:
            {{$log}}
            """);
    }

    [KernelFunction, Description("Looks up the tide.")]
    public string Tide([Description("the day")] string day) => "high";
}`;
    assert.deepEqual(await found('harbour/Desk.cs', source), [
      'system semantic-kernel -: You run a harbour.',
      'user semantic-kernel -: Find a berth for {ship}.',
      'user semantic-kernel -: Translate for the pilot: {input}',
      'template semantic-kernel -: Summarise the log:\n{log}',
      'tool-description semantic-kernel -: Looks up the tide.',
      'tool-description semantic-kernel -: the day',
    ]);
  });

  it('an agent’s instructions, from a constant of another class', async () => {
    const source = `using Microsoft.SemanticKernel.Agents;

static class Texts { public const string Pilot = "You bring ships in."; }
class Crew
{
    ChatCompletionAgent pilot = new() { Name = "Pilot", Instructions = Texts.Pilot, Kernel = kernel };
}`;
    assert.deepEqual(await found('harbour/Crew.cs', source), [
      'system semantic-kernel -: You bring ships in.',
    ]);
  });
});

describe('other providers in .NET', () => {
  it('Anthropic', async () => {
    const source = `using Anthropic.SDK;
using Anthropic.SDK.Messaging;

var client = new AnthropicClient();
var parameters = new MessageParameters
{
    Model = "claude-sonnet-4-5",
    MaxTokens = 300,
    System = new List<SystemMessage> { new SystemMessage("You run a harbour.") },
    Messages = new List<Message> { new Message(RoleType.User, "Find a berth.") },
};
var answer = await client.Messages.GetClaudeMessageAsync(parameters);`;
    assert.deepEqual(await found('harbour/Desk.cs', source), [
      'system anthropic claude-sonnet-4-5: You run a harbour.',
      'user anthropic claude-sonnet-4-5: Find a berth.',
    ]);
    assert.deepEqual(await calls('harbour/Desk.cs', source), [
      'anthropic claude-sonnet-4-5 300: system user',
    ]);
  });

  it('is not every AddUserMessage', async () => {
    const source = `using Harbour.Forum;
class Board { void Post(Thread thread) { thread.AddUserMessage("You must always moor your ship at your own berth."); } }`;
    assert.deepEqual(await found('harbour/Board.cs', source), []);
  });
});
