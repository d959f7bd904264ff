package shop

import (
	"strings"

	"github.com/lithammer/dedent"
)

const ADDED_PROMPT = "You are a baker. " + "You answer " + ("in one " + "sentence.")

var LISTED_PROMPT = strings.Join([]string{"You are a baker.", "You answer in one sentence."}, "\n")
var TRIMMED_PROMPT = strings.TrimSpace(`
  You are a baker. Answer in one sentence.
`)
var DEDENTED_PROMPT = strings.TrimSpace(dedent.Dedent(`
  You are a baker.
    You answer in one sentence.
`))

func OrderPrompt(order string) string {
	prompt := "You read orders. "
	prompt += "You answer in one sentence. "
	return prompt + "The order: " + order
}
