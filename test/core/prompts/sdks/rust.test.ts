import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('the crates of Rust', () => {
  it('async-openai, with a client that is a field', async () => {
    const source = `use async_openai::{config::OpenAIConfig, types::*, Client};

struct Desk { client: Client<OpenAIConfig>, place: String }

impl Desk {
    async fn ask(&self, ship: &str) -> Result<String> {
        let request = CreateChatCompletionRequestArgs::default()
            .max_tokens(64u16)
            .model("gpt-4o")
            .messages(vec![
                ChatCompletionRequestSystemMessage::from("You run a harbour.").into(),
                ChatCompletionRequestUserMessageArgs::default().content(format!("Find a berth for {ship}.")).build()?.into(),
            ])
            .build()?;
        self.client.chat().create(request).await?;
    }
}`;
    assert.deepEqual(await found('harbour/desk.rs', source), [
      'system openai gpt-4o: You run a harbour.',
      'user openai gpt-4o: Find a berth for {ship}.',
    ]);
    assert.deepEqual(await calls('harbour/desk.rs', source), ['openai gpt-4o 64: system user']);
  });

  it('rig, with the model of the agent', async () => {
    const source = `use rig::{completion::Prompt, providers::openai};

async fn ask() -> Result<(), anyhow::Error> {
    let client = openai::Client::from_env();
    let pilot = client.agent(openai::GPT_4O_MINI).preamble("You are a pilot of the harbour.").temperature(0.2).build();
    let answer = pilot.prompt("Which ship comes first?").await?;
    Ok(())
}`;
    assert.deepEqual(await found('harbour/pilot.rs', source), [
      'system rig gpt-4o-mini: You are a pilot of the harbour.',
      'user rig gpt-4o-mini: Which ship comes first?',
    ]);
  });

  it('swiftide, with a system prompt of slots and the attribute of a tool', async () => {
    const source = `use swiftide::{Tool, tool};
use swiftide::agents::system_prompt::SystemPrompt;
use swiftide::traits::SimplePrompt;

#[derive(Tool, Clone)]
#[tool(description = "Lists the berths that are free.")]
struct Berths;

struct Desk { llm: Box<dyn SimplePrompt> }

impl Desk {
    async fn ask(&self, ship: &str) -> Result<()> {
        let mut rules: Vec<String> = vec!["Name the berth first.", "Be brief."].into_iter().map(Into::into).collect();
        if self.is_late { rules.push("Say that it is late.".into()); }
        let prompt = SystemPrompt::builder().role("You run a harbour.").guidelines(rules).build()?;
        let llm = self.llm.clone();
        let write = async move {
            let llm = llm.clone();
            llm.prompt(format!("Write to the captain of {ship}.").into()).await
        };
        Ok(())
    }
}`;
    assert.deepEqual(await found('harbour/desk.rs', source), [
      'tool-description swiftide -: Lists the berths that are free.',
      'system swiftide -: Name the berth first.',
      'system swiftide -: Be brief.',
      'system swiftide -: Say that it is late.',
      'system swiftide -: You run a harbour.',
      'user swiftide -: Write to the captain of {ship}.',
    ]);
  });

  it('agents that are run', async () => {
    const source = `use openai_agents::{run_streamed, Agent};

async fn ask(ship: &str) -> Result<()> {
    let pilot = Agent::builder("pilot").instructions("You bring ships in.").build();
    run_streamed(&pilot, format!("Find a berth for {ship}.")).await?;
    Ok(())
}`;
    assert.deepEqual(await found('harbour/desk.rs', source), [
      'system openai -: You bring ships in.',
      'user openai -: Find a berth for {ship}.',
    ]);
  });

  it('genai, with a request that is made before', async () => {
    const source = `use genai::{chat::{ChatMessage, ChatRequest}, Client};

const MODEL: &str = "gpt-4o-mini";

async fn ask(ship: &str) -> Result<()> {
    let request = ChatRequest::new(vec![ChatMessage::system("You run a harbour."), ChatMessage::user(format!("Find a berth for {ship}."))]);
    let answer = Client::default().exec_chat(MODEL, request, None).await?;
    Ok(())
}`;
    assert.deepEqual(await found('harbour/desk.rs', source), [
      'system genai gpt-4o-mini: You run a harbour.',
      'user genai gpt-4o-mini: Find a berth for {ship}.',
    ]);
    assert.deepEqual(await calls('harbour/desk.rs', source), ['genai gpt-4o-mini -: system user']);
  });

  it('not what only tests send', async () => {
    const source = `use rig::completion::Prompt;

const SYSTEM_PROMPT: &str = "You run a harbour. Answer in one line.";

/// Asks a model.
#[tokio::test]
#[ignore]
async fn answers() { let user_prompt = "Find a berth for the ship and name it."; }

#[cfg(all(test, feature = "slow"))]
mod tests {
    const SYSTEM_PROMPT: &str = "You are a tester. Answer in one line.";
    // promptmeter: prompt
    const KEPT: &str = "You test pilots.";
}

#[cfg(feature = "test")]
const USER_PROMPT: &str = "Find a pilot for the ship and name him.";`;
    assert.deepEqual(await found('harbour/desk.rs', source), [
      'system - -: You run a harbour. Answer in one line.',
      'unknown - -: You test pilots.',
      'user - -: Find a pilot for the ship and name him.',
    ]);
  });

  it('rig, but not the context of an error', async () => {
    const source = `use anyhow::Context;
use rig::prelude::*;
fn main() -> Result<()> {
    let path = std::env::args().nth(1).context("You must pass the path of a chart")?;
    client.agent("gpt-4o").context("The harbour closes at nine.").build();
}`;
    assert.deepEqual(await found('src/main.rs', source), ['system rig gpt-4o: The harbour closes at nine.']);
  });

  it('a tool of rig', async () => {
    const source = `use rig::{completion::ToolDefinition, tool::Tool};
impl Tool for Berths {
    async fn definition(&self, _prompt: String) -> ToolDefinition {
        ToolDefinition {
            name: "berths".to_string(),
            description: "Lists the free berths.".to_string(),
            parameters: json!({"type": "object", "properties": {"day": {"type": "string", "description": "The day"}}}),
        }
    }
}`;
    assert.deepEqual(await found('harbour/berths.rs', source), [
      'tool-description - -: Lists the free berths.',
    ]);
  });

  it('ollama-rs', async () => {
    const source = `use ollama_rs::{generation::chat::{request::ChatMessageRequest, ChatMessage, MessageRole}, Ollama};
async fn ask(ollama: Ollama, ship: String) {
    let messages = vec![
        ChatMessage::new(MessageRole::System, "You run a harbour.".to_string()),
        ChatMessage::user(format!("Where is {}?", ship)),
    ];
    ollama.send_chat_messages(ChatMessageRequest::new("llama3.2".to_string(), messages)).await;
}`;
    assert.deepEqual(await found('harbour/ask.rs', source), [
      'system ollama llama3.2: You run a harbour.',
      'user ollama llama3.2: Where is {ship}?',
    ]);
  });

  it('tools, chains and messages of llm', async () => {
    const source = `use llm::{builder::FunctionBuilder, chain::{ChainStepBuilder, MultiChainStepBuilder}, chat::ChatMessage};
fn steps() {
    FunctionBuilder::new("tide").description("Tells the height of the water");
    ChainStepBuilder::new("plan", "Plan the day of {{ship}}.", ChainStepMode::Chat).build();
    MultiChainStepBuilder::new(MultiChainStepMode::Chat).template("Shorten {{plan}}.").build();
    send(ChatMessage::user("Where is the ferry?"));
}`;
    assert.deepEqual(await found('harbour/steps.rs', source), [
      'tool-description llm -: Tells the height of the water',
      'user llm -: Plan the day of {ship}.',
      'user llm -: Shorten {plan}.',
      'user - -: Where is the ferry?',
    ]);
  });

  it('messages in JSON', async () => {
    const source = `async fn ask(ship: &str) {
    let body = serde_json::json!({
        "model": "gpt-4o",
        "messages": [{"role": "system", "content": "You run a harbour."}, {"role": "user", "content": ship}],
    });
}`;
    assert.deepEqual(await found('harbour/ask.rs', source), ['system - gpt-4o: You run a harbour.']);
  });

  it('is silent on what only sounds like a request', async () => {
    const source = `use clap::Parser;
#[derive(Parser)]
#[command(about = "You must always give the name of a ship")]
struct Args {
    /// The prompt you want to give to the model
    #[arg(long, help = "The prompt to answer; use quotes around it")]
    prompt: String,
}
fn main() {
    println!("You must unload the ship before you leave the harbour.");
    let prompt = "Enter the name of the ship: ";
    let query = "SELECT you, must FROM prompts WHERE system = $1 AND role = 'user'";
    tracing::info!("System message: please load {} now", ship);
    store.create(NewPrompt { name: "the prompt of the harbour".into() });
    return Err(anyhow!("You must give a prompt that is not empty"));
}`;
    assert.deepEqual(await found('harbour/main.rs', source), []);
  });
});
