package shop

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

var client = openai.NewClient("key")

const model = "gpt-4o-mini"

func Answer(ctx context.Context, question string) (openai.ChatCompletionResponse, error) {
	return client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Model:     model,
		MaxTokens: 300,
		Messages: []openai.ChatCompletionMessage{
			{Role: openai.ChatMessageRoleSystem, Content: "You are a baker."},
			{Role: openai.ChatMessageRoleUser, Content: "A customer asks: " + question},
		},
	})
}
