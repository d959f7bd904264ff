import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';

const files = {
  'go.mod': 'module example.com/shop\n',
  'prompts/files.go': 'package prompts\nimport "embed"\n//go:embed *.md\nvar Files embed.FS\n',
  'prompts/bread.md': 'You are a baker. Answer in one line.\n',
};

const shop = (system: string): string => `package shop
import (
  "io/fs"
  "example.com/shop/prompts"
  "github.com/sashabaranov/go-openai"
)
func Ask(client *openai.Client) {
  system, _ := ${system}
  client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o", Messages: []openai.ChatCompletionMessage{{Role: "system", Content: string(system)}}})
}`;

describe('a file system that Go’s compiler fills', () => {
  for (const read of ['prompts.Files.ReadFile("bread.md")', 'fs.ReadFile(prompts.Files, "bread.md")'])
    it(`begins at the folder that declares it: ${read}`, async () => {
      const { prompts, calls } = await reportOf({ ...files, 'desk/ask.go': shop(read) });
      const sent = prompts.find(({ id }) => id === calls[0]?.prompts[0]);
      const [hole] = sent?.segments ?? [];
      assert.ok(hole?.kind === 'hole');
      const [text] = hole.arms?.[0] ?? [];
      assert.equal(text?.kind === 'text' ? text.text : null, files['prompts/bread.md']);
      assert.equal(hole.varies, 'never', 'the build puts it there');
    });

  it('is not asked for what it does not hold', async () => {
    const { prompts } = await reportOf({ ...files, 'desk/ask.go': shop('prompts.Files.ReadFile("rye.md")') });
    assert.deepEqual(
      prompts.map(({ path }) => path),
      ['prompts/bread.md'],
    );
  });
});
