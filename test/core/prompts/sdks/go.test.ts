import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('the clients of Go', () => {
  it('OpenAI by the official client, on a field that is declared as one', async () => {
    const source = `package harbour

import (
	"context"
	"fmt"

	"github.com/openai/openai-go/v2"
)

type Desk struct {
	client openai.Client
}

func (d *Desk) Ask(ctx context.Context, ship string) {
	d.client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		Model:     openai.ChatModelGPT4_1Mini,
		MaxTokens: openai.Int(200),
		Messages: []openai.ChatCompletionMessageParamUnion{
			openai.SystemMessage("You run a harbour."),
			openai.UserMessage(fmt.Sprintf("Find a berth for %s.", ship)),
		},
	})
}`;
    assert.deepEqual(await found('harbour/desk.go', source), [
      'system openai gpt-4.1-mini: You run a harbour.',
      'user openai gpt-4.1-mini: Find a berth for {ship}.',
    ]);
  });

  it('OpenAI by go-openai, with messages that are appended and a tool', async () => {
    const source = `package harbour

import "github.com/sashabaranov/go-openai"

func ask(client *openai.Client, ship string) {
	messages := []openai.ChatCompletionMessage{{Role: openai.ChatMessageRoleSystem, Content: "You run a harbour."}}
	messages = append(messages, openai.ChatCompletionMessage{Role: "user", Content: "Find a berth for " + ship})
	berths := openai.FunctionDefinition{Name: "berths", Description: "Lists the free berths.", Parameters: none}
	client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: openai.GPT4oMini, MaxTokens: 64, Messages: messages,
		Tools: []openai.Tool{{Type: openai.ToolTypeFunction, Function: &berths}}})
}`;
    assert.deepEqual(await found('harbour/ask.go', source), [
      'system openai gpt-4o-mini: You run a harbour.',
      'user openai gpt-4o-mini: Find a berth for {ship}',
      'tool-description openai gpt-4o-mini: Lists the free berths.',
    ]);
    assert.deepEqual(await calls('harbour/ask.go', source), [
      'openai gpt-4o-mini 64: system user tool-description',
    ]);
  });

  it('OpenAI by go-openai, with a message of parts and one whose role the program decides', async () => {
    const source = `package harbour

import "github.com/sashabaranov/go-openai"

func look(client *openai.Client, sender Sender, url string) {
	client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: openai.GPT4oMini, Messages: []openai.ChatCompletionMessage{
		{Role: "user", MultiContent: []openai.ChatMessagePart{
			{Type: openai.ChatMessagePartTypeText, Text: "Which ship is in the picture?"},
			{Type: openai.ChatMessagePartTypeImageURL, ImageURL: &openai.ChatMessageImageURL{URL: url}},
		}},
	}})
	note := openai.ChatCompletionMessage{Role: sender.Role(), Content: "The picture was taken from the quay."}
}`;
    assert.deepEqual(await found('harbour/look.go', source), [
      'user openai gpt-4o-mini: Which ship is in the picture?',
      'unknown - -: The picture was taken from the quay.',
    ]);
  });

  it('Anthropic', async () => {
    const source = `package harbour

import "github.com/anthropics/anthropic-sdk-go"

func ask(client anthropic.Client, ship string) {
	client.Messages.New(ctx, anthropic.MessageNewParams{
		Model:     anthropic.ModelClaude3_7SonnetLatest,
		MaxTokens: 1024,
		System:    []anthropic.TextBlockParam{{Text: "You run a harbour."}},
		Messages:  []anthropic.MessageParam{anthropic.NewUserMessage(anthropic.NewTextBlock("Where is " + ship + "?"))},
	})
}`;
    assert.deepEqual(await found('harbour/ask.go', source), [
      'system anthropic claude-3-7-sonnet-latest: You run a harbour.',
      'user anthropic claude-3-7-sonnet-latest: Where is {ship}?',
    ]);
  });

  it('Gemini', async () => {
    const source = `package harbour

import "google.golang.org/genai"

func ask() {
	client, err := genai.NewClient(ctx, nil)
	client.Models.GenerateContent(ctx, "gemini-2.0-flash", genai.Text("Which ships come today?"),
		&genai.GenerateContentConfig{SystemInstruction: genai.NewContentFromText("You run a harbour.", genai.RoleUser)})
}`;
    assert.deepEqual(await found('harbour/ask.go', source), [
      'user google gemini-2.0-flash: Which ships come today?',
      'system google gemini-2.0-flash: You run a harbour.',
    ]);
  });

  it('langchaingo', async () => {
    const source = `package harbour

import (
	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/openai"
	"github.com/tmc/langchaingo/prompts"
)

func ask() {
	llm, err := openai.New(openai.WithModel("gpt-4o"))
	llm.GenerateContent(ctx, []llms.MessageContent{
		llms.TextParts(llms.ChatMessageTypeSystem, "You run a harbour."),
		llms.TextParts(llms.ChatMessageTypeHuman, "Which ships come today?"),
	})
	template := prompts.NewPromptTemplate("Describe the ship {{.ship}}.", []string{"ship"})
}`;
    assert.deepEqual(await found('harbour/ask.go', source), [
      'system langchaingo gpt-4o: You run a harbour.',
      'user langchaingo gpt-4o: Which ships come today?',
      'template langchaingo -: Describe the ship {ship}.',
    ]);
  });

  it('text that is built in a builder', async () => {
    const source = `package harbour

func berthPrompt(ship string) string {
	var prompt strings.Builder
	prompt.WriteString("You find berths for ships.\\n")
	fmt.Fprintf(&prompt, "The ship is called %s, be kind to it.", ship)
	return prompt.String()
}`;
    assert.deepEqual(await found('harbour/prompt.go', source), [
      'unknown - -: You find berths for ships.\n',
      'template - -: The ship is called {ship}, be kind to it.',
    ]);
  });

  it('a tool whose parameters are written beside it', async () => {
    const source = `package harbour

func tide() *schema.ToolInfo {
	return &schema.ToolInfo{Name: "tide", Desc: "Tells how high the water stands.", ParamsOneOf: params}
}

var light = Lamp{Name: "light", Desc: "Tells the ships where the pier ends."}`;
    assert.deepEqual(await found('harbour/tide.go', source), [
      'tool-description - -: Tells how high the water stands.',
    ]);
  });

  it('is silent on what only sounds like a request', async () => {
    const source = `package harbour

import (
	"log"

	"github.com/twilio/twilio-go"
)

func notify(client *twilio.RestClient, ship string) {
	log.Printf("You must unload the ship %s before you leave the harbour", ship)
	client.CreateMessage(ctx, Params{Body: "You can fetch your load now, please be on time.", To: ship})
	db.Exec("SELECT you, must FROM prompts WHERE system = $1", ship)
	usage := "usage: harbour [flags]\\n\\nYou must give the name of a ship."
	flag.String("prompt", "", "The prompt you want to give to the model; always use quotes around it")
}`;
    assert.deepEqual(await found('harbour/notify.go', source), []);
  });

  it('eino, with templates and an agent', async () => {
    const source = `package harbour
import (
	"github.com/cloudwego/eino/adk"
	"github.com/cloudwego/eino/components/prompt"
	"github.com/cloudwego/eino/schema"
)
func Ask() {
	tpl := prompt.FromMessages(schema.FString, schema.SystemMessage("You run the harbour of {place}."), schema.UserMessage("Find a berth for {ship}."))
	a, _ := adk.NewChatModelAgent(ctx, &adk.ChatModelAgentConfig{Name: "pilot", Description: "Brings ships in.", Instruction: "You pilot ships."})
}`;
    assert.deepEqual(await found('harbour/desk.go', source), [
      'system eino -: You run the harbour of {place}.',
      'user eino -: Find a berth for {ship}.',
      'tool-description eino -: Brings ships in.',
      'system eino -: You pilot ships.',
    ]);
  });

  it('agents and tools of genkit, ADK and MCP', async () => {
    const source = `package harbour
import (
	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
	"github.com/mark3labs/mcp-go/mcp"
	"google.golang.org/adk/agent/llmagent"
)
func Ask() {
	r, _ := genkit.GenerateText(ctx, g, ai.WithSystem("You list ships."), ai.WithPrompt("Which come on %v?", day))
	b, _ := llmagent.New(llmagent.Config{Name: "master", Instruction: "You greet {captain}.", Description: "Greets."})
	t := mcp.NewTool("tides", mcp.WithDescription("Says how high the water stands."), mcp.WithString("day", mcp.Description("The day asked for.")))
}`;
    assert.deepEqual(await found('harbour/desk.go', source), [
      'system genkit -: You list ships.',
      'user genkit -: Which come on {}?',
      'system google-adk -: You greet {captain}.',
      'tool-description google-adk -: Greets.',
      'tool-description mcp -: Says how high the water stands.',
      'tool-description mcp -: The day asked for.',
    ]);
  });

  it('forks of a client, and what a function hands to a setter of the instruction', async () => {
    const source = `package harbour
import "github.com/harbour/anthropic-go"
type Desk struct{}
func (d *Desk) ask(system, question string) {
  client := anthropic.New(anthropic.WithSystemPrompt(system))
  client.Generate(ctx, []*anthropic.Message{anthropic.NewUserTextMessage(question)})
}
func (d *Desk) Open() { d.ask("Name one pilot.", "Who is on duty?") }`;
    assert.deepEqual(await found('harbour/desk.go', source), [
      'system - -: Name one pilot.',
      'user - -: Who is on duty?',
    ]);
  });

  it('contents of Gemini without a role, and tools of langchaingo by their methods', async () => {
    const gemini = `package harbour
import "google.golang.org/genai"
func f() {
  question := "How many ships are in this picture?"
  contents := []*genai.Content{{Parts: []*genai.Part{genai.NewPartFromBytes(data, "image/png"), genai.NewPartFromText(question)}}}
  client.Models.GenerateContent(ctx, "gemini-2.5-flash", contents, nil)
}`;
    assert.deepEqual(await found('harbour/eye.go', gemini), [
      'user - -: How many ships are in this picture?',
    ]);
    const tool = (module: string) => `package harbour
import "${module}"
type Tides struct{}
func (t Tides) Name() string { return "tides" }
func (t Tides) Description() string { return "Looks up the tide of a day." }
func (t Tides) Call(ctx context.Context, day string) (string, error) { return "", nil }`;
    assert.deepEqual(await found('harbour/tides.go', tool('github.com/tmc/langchaingo/tools')), [
      'tool-description - -: Looks up the tide of a day.',
    ]);
    assert.deepEqual(await found('harbour/tides.go', tool('example.com/almanac')), []);
  });
});
