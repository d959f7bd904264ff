import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('the gems of Ruby', () => {
  it('ruby-openai, with a client in an instance variable and a heredoc', async () => {
    const source = `class Desk
  def initialize
    @client = OpenAI::Client.new
  end

  def ask(ship)
    @client.chat(
      parameters: {
        model: "gpt-4o-mini",
        max_tokens: 64,
        messages: [
          { role: "system", content: <<~TEXT },
            You run a harbour.
          TEXT
          { role: "user", content: "Find a berth for #{ship}." }
        ]
      }
    )
  end
end`;
    assert.deepEqual(await found('harbour/desk.rb', source), [
      'system openai gpt-4o-mini: You run a harbour.\n',
      'user openai gpt-4o-mini: Find a berth for {ship}.',
    ]);
    assert.deepEqual(await calls('harbour/desk.rb', source), ['openai gpt-4o-mini 64: system user']);
  });

  it('the official clients of OpenAI and Anthropic', async () => {
    const source = `openai = OpenAI::Client.new
openai.chat.completions.create(model: "gpt-4.1", messages: [{ role: :user, content: "Which ships come today?" }])
claude = Anthropic::Client.new
claude.messages.create(model: "claude-haiku-4-5", max_tokens: 100, system: "You run a harbour.",
  messages: [{ role: :user, content: "Where is #{ship}?" }])`;
    assert.deepEqual(await found('harbour/ask.rb', source), [
      'user openai gpt-4.1: Which ships come today?',
      'system anthropic claude-haiku-4-5: You run a harbour.',
      'user anthropic claude-haiku-4-5: Where is {ship}?',
    ]);
  });

  it('ruby_llm', async () => {
    const source = `chat = RubyLLM.chat(model: "gpt-4o")
chat.with_instructions("You run a harbour.")
chat.ask("Which ships come today?")

class Berths < RubyLLM::Tool
  description "Lists the free berths."
end`;
    assert.deepEqual(await found('harbour/ask.rb', source), [
      'system ruby-llm gpt-4o: You run a harbour.',
      'user ruby-llm gpt-4o: Which ships come today?',
      'tool-description - -: Lists the free berths.',
    ]);
  });

  it('langchainrb', async () => {
    const source = `template = Langchain::Prompt::PromptTemplate.new(template: "Describe the ship {ship}.", input_variables: ["ship"])
assistant = Langchain::Assistant.new(llm: llm, instructions: "You run a harbour.")`;
    assert.deepEqual(await found('harbour/ask.rb', source), [
      'template langchain -: Describe the ship {ship}.',
      'system langchain -: You run a harbour.',
    ]);
  });

  it('text that is appended, in its order', async () => {
    const source = `def berth_prompt(ship)
  prompt = +"You find berths for ships. "
  prompt << "Answer in one sentence. " << "Never guess a berth."
  "#{prompt} The ship: #{ship}"
end`;
    assert.deepEqual(await found('harbour/prompt.rb', source), [
      'unknown - -: You find berths for ships. ',
      'unknown - -: Answer in one sentence. ',
      'unknown - -: Never guess a berth.',
      'template - -: {prompt} The ship: {ship}',
    ]);
  });

  it('tools of langchainrb', async () => {
    const source = `class Tide
  extend Langchain::ToolDefinition
  define_function :height, description: "Tells how high the water stands" do
    property :pier, type: "string", description: "Which pier"
  end
end`;
    assert.deepEqual(await found('harbour/tide.rb', source), [
      'tool-description langchain -: Tells how high the water stands',
    ]);
  });

  it('chats of Rails models, which name no gem', async () => {
    const source = `class DeskController
  def create
    @chat.with_instructions("You answer for the harbour.").with_schema(Berth).ask("Where is #{params[:ship]}?")
    menu.ask("Which pier do you want?")
  end
end`;
    assert.deepEqual(await found('harbour/desk_controller.rb', source), [
      'system ruby-llm -: You answer for the harbour.',
      'user ruby-llm -: Where is {params[:ship]}?',
    ]);
  });

  it('heredocs that Rails squishes', async () => {
    const source = `class HarbourAgent < ApplicationAgent
  system_prompt <<~TEXT.squish
    You answer
      for the harbour,  and in one line.
  TEXT
end`;
    assert.deepEqual(await found('harbour/agent.rb', source), [
      'system - -: You answer for the harbour, and in one line.',
    ]);
  });

  it('is silent on what only sounds like a request', async () => {
    const source = `Rails.logger.info "System message: you must load the ship now"
prompt = TTY::Prompt.new
prompt.ask("Which ship do you want to load?")
user_prompt = "Are you sure you want to unload? [y/N] "
rows = Prompt.where("you, must FROM prompts WHERE system = ?", ship)
query = <<~SQL
  SELECT id, role, content FROM messages WHERE system = true
SQL
raise ArgumentError, "You must give a prompt that is not empty"
desc "The prompt you want to give to the model"
it "returns the prompt of the system when you ask the assistant for it" do
end
SmsClient.messages.create(body: "You can fetch your load now, please be on time.", to: ship)`;
    assert.deepEqual(await found('harbour/load.rb', source), []);
  });
});
