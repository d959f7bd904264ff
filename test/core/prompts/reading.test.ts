import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Analyzer } from '../../../src/core/analyze.ts';
import { defaultConfig } from '../../../src/core/config.ts';
import type { Segment } from '../../../src/core/prompts/prompt.ts';
import { memoryHost, reportOf } from '../../hostile/memory.ts';

const bread = 'You are a baker. Answer in one line.\n';

const call = `import OpenAI from 'openai';
import { readFileSync, promises as fs } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path, { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
SETUP
await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: SYSTEM }] });`;

const python = `import os
from pathlib import Path
from openai import OpenAI
SETUP
OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": SYSTEM}])`;

const go = (content: string): string => `package shop
import (_ "embed"; "github.com/sashabaranov/go-openai")
SETUP
func Ask(client *openai.Client) {
client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o", Messages: []openai.ChatCompletionMessage{{Role: "system", Content: ${content}}}})
}`;

const sources: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  'is read from where the program starts': [
    ['src/a.ts', call, `const SYSTEM = readFileSync('src/prompts/bread.md', 'utf8');`],
    ['src/b.py', python, 'SYSTEM = open("src/prompts/bread.md").read()'],
    ['src/c.py', python, 'with open("src/prompts/bread.md", encoding="utf-8") as f:\n    SYSTEM = f.read()'],
    ['src/d.py', python, 'SYSTEM = Path("src/prompts/bread.md").read_text()'],
    ['src/e.ts', call, `const SYSTEM = await Bun.file('src/prompts/bread.md').text();`],
    ['src/f.ts', call, `const SYSTEM = await Deno.readTextFile('./src/prompts/bread.md');`],
  ],
  'is read from beside the source': [
    [
      'src/a.ts',
      call,
      `const SYSTEM = readFileSync(join(__dirname, 'prompts', 'bread.md')).toString('utf8').trim();`,
    ],
    [
      'src/b.ts',
      call,
      `const SYSTEM = await fs.readFile(new URL('./prompts/bread.md', import.meta.url), 'utf8');`,
    ],
    [
      'src/c.ts',
      call,
      `const here = dirname(fileURLToPath(import.meta.url));
const SYSTEM = await readFile(path.resolve(here, '../src/prompts/bread.md'), 'utf8');`,
    ],
    ['src/d.ts', call, 'const SYSTEM = readFileSync(`${import.meta.dirname}/prompts/bread.md`, "utf8");'],
    [
      'src/e.py',
      python,
      'PROMPTS = Path(__file__).resolve().parent / "prompts"\nSYSTEM = (PROMPTS / "bread.md").read_text(encoding="utf-8")',
    ],
    [
      'src/f.py',
      python,
      'with open(os.path.join(os.path.dirname(__file__), "prompts", "bread.md")) as f:\n    SYSTEM = f.read().strip()',
    ],
  ],
  'is read in every language': [
    [
      'src/a.rb',
      `require 'openai'\nSETUP\nOpenAI::Client.new.chat(parameters: { model: 'gpt-4o', messages: [{ role: 'system', content: system }] })`,
      `system = File.read(File.join(__dir__, 'prompts', 'bread.md'))`,
    ],
    [
      'src/b.php',
      `<?php\nSETUP\n$client->chat()->create(['model' => 'gpt-4o', 'messages' => [['role' => 'system', 'content' => $system]]]);`,
      `$system = file_get_contents(__DIR__ . '/prompts/bread.md');`,
    ],
    [
      'src/c.go',
      `package shop
import ("os"; "github.com/sashabaranov/go-openai")
func Ask(client *openai.Client) {
SETUP
client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o", Messages: []openai.ChatCompletionMessage{{Role: "system", Content: string(system)}}})
}`,
      'system, err := os.ReadFile("src/prompts/bread.md")',
    ],
    [
      'src/d.cs',
      `using OpenAI.Chat;
SETUP
new ChatClient("gpt-4o").CompleteChat(new SystemChatMessage(system));`,
      'var system = File.ReadAllText(Path.Combine("src", "prompts", "bread.md"));',
    ],
    [
      'src/e.java',
      `import com.openai.client.OpenAIClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
class Shop { void ask(OpenAIClient client) {
SETUP
client.chat().completions().create(ChatCompletionCreateParams.builder().model("gpt-4o").addSystemMessage(system).build());
} }`,
      'String system = Files.readString(Path.of("src/prompts/bread.md"));',
    ],
    [
      'src/f.rs',
      `use async_openai::types::{ChatCompletionRequestSystemMessageArgs, CreateChatCompletionRequestArgs};
async fn ask() {
SETUP
let request = CreateChatCompletionRequestArgs::default().model("gpt-4o").messages([ChatCompletionRequestSystemMessageArgs::default().content(system).build()?.into()]).build()?;
client.chat().create(request).await?;
}`,
      'let system = std::fs::read_to_string("src/prompts/bread.md")?;',
    ],
  ],
  'is put into the program by the build': [
    [
      'src/f.rs',
      `use async_openai::types::{ChatCompletionRequestSystemMessageArgs, CreateChatCompletionRequestArgs};
SETUP
async fn ask() {
let request = CreateChatCompletionRequestArgs::default().model("gpt-4o").messages([ChatCompletionRequestSystemMessageArgs::default().content(SYSTEM).build()?.into()]).build()?;
client.chat().create(request).await?;
}`,
      'const SYSTEM: &str = include_str!("prompts/bread.md");',
    ],
    ['src/a.ts', call, `import SYSTEM from './prompts/bread.md?raw';`],
    ['src/b.ts', call, `import SYSTEM from './prompts/bread.md' with { type: 'text' };`],
    ['src/c.go', go('system'), '//go:embed prompts/bread.md\nvar system string'],
    ['src/d.go', go('string(system)'), 'var (\n//go:embed "prompts/bread.md"\nsystem []byte\n)'],
  ],
  'is read out of a package': [
    [
      'src/a.py',
      python,
      'from importlib import resources\nSYSTEM = resources.files("prompts").joinpath("bread.md").read_text()',
    ],
    [
      'src/b.py',
      python,
      'from importlib.resources import files\nimport prompts\nSYSTEM = (files(prompts) / "bread.md").read_text(encoding="utf-8")',
    ],
    [
      'src/c.py',
      python,
      'import importlib.resources\nSYSTEM = importlib.resources.files(__package__).joinpath("prompts", "bread.md").read_text()',
    ],
    [
      'src/d.py',
      python,
      'import pkgutil\nSYSTEM = pkgutil.get_data(__name__, "prompts/bread.md").decode("utf-8")',
    ],
    [
      'src/e.py',
      python,
      'from importlib import resources\nSYSTEM = resources.read_text("prompts", "bread.md")',
    ],
  ],
};

function textsOf(segments: readonly Segment[]): string {
  return segments
    .map((segment) => {
      if (segment.kind === 'text') return segment.text;
      return segment.arms?.length === 1 ? textsOf(segment.arms[0] ?? []) : `{${segment.expression}}`;
    })
    .join('');
}

describe('the text of a file', () => {
  for (const [how, cases] of Object.entries(sources))
    for (const [path, code, setup] of cases)
      it(`${how}: ${setup.split('\n').at(-1) ?? ''}`, async () => {
        const files = { [path]: code.replace('SETUP', setup), 'src/prompts/bread.md': bread };
        const report = await reportOf(files);
        const [prompt] =
          report.calls[0]?.prompts.map((id) => report.prompts.find((one) => one.id === id)) ?? [];
        assert.ok(prompt !== undefined, 'the call sends a prompt');
        assert.equal(textsOf(prompt.segments).trim(), bread.trim());
        const embedded = how.includes('build');
        const [hole] = prompt.segments;
        assert.equal(hole?.kind === 'hole' ? hole.varies : null, embedded ? 'never' : 'deploy');
        assert.ok(prompt.tokens.count > 8, 'its tokens are counted');
      });

  it('is read from the class path of its module', async () => {
    const spring = (fields: string, body: string, system: string): string => `package shop;
import org.springframework.ai.chat.client.ChatClient;
class Shop {
${fields}
void ask(ChatClient client) throws Exception {
${body}
client.prompt().system(${system}).user("Is the rye bread ready yet, and how many are left?").call().content();
} }`;
    const cases = [
      spring('', '', 'new ClassPathResource("prompts/bread.st")'),
      spring('@Value("classpath:/prompts/bread.st")\nprivate Resource bread;', '', 'bread'),
      spring(
        '',
        'Resource bread = new ClassPathResource("/prompts/bread.st");',
        'bread.getContentAsString(UTF_8)',
      ),
      spring(
        '',
        'var bread = StreamUtils.copyToString(new ClassPathResource("prompts/bread.st").getInputStream(), UTF_8);',
        'bread',
      ),
      spring(
        '',
        'String bread = new String(Shop.class.getResourceAsStream("/prompts/bread.st").readAllBytes(), UTF_8);',
        'bread',
      ),
      spring(
        '',
        'String bread = new String(getClass().getClassLoader().getResourceAsStream("prompts/bread.st").readAllBytes());',
        'bread',
      ),
    ];
    for (const code of cases) {
      const report = await reportOf({
        'oven/src/main/java/shop/Shop.java': code,
        'oven/src/main/resources/prompts/bread.st': bread,
        'mill/src/main/resources/prompts/bread.st': 'You are a miller. Be brief.',
      });
      const texts = (report.calls[0]?.prompts ?? []).map((id) =>
        textsOf(report.prompts.find((one) => one.id === id)?.segments ?? []).trim(),
      );
      assert.ok(texts.includes(bread.trim()), code);
    }
  });

  it('is that of an annotation which names a resource', async () => {
    const report = await reportOf({
      'oven/src/main/java/shop/Baker.java': `package shop;
import dev.langchain4j.service.SystemMessage;
interface Baker {
  @SystemMessage(fromResource = "/prompts/bread.txt")
  String answer(String question);
}`,
      'oven/src/main/resources/prompts/bread.txt': bread,
    });
    const [prompt] = report.prompts.filter(({ path }) => path.endsWith('Baker.java'));
    assert.equal(prompt?.role, 'system');
    assert.equal(textsOf(prompt.segments).trim(), bread.trim());
  });

  it('has holes where it is a template', async () => {
    const report = await reportOf({
      'src/a.ts': call
        .replace('SETUP', `const template = readFileSync('src/prompts/bread.md', 'utf8');`)
        .replace('SYSTEM', `template.replace('{{name}}', name)`),
      'src/prompts/bread.md': 'You are {{name}}, a baker.',
    });
    const [hole] = report.prompts.find(({ path }) => path === 'src/a.ts')?.segments ?? [];
    const arm = hole?.kind === 'hole' ? (hole.arms?.[0] ?? []) : [];
    assert.deepEqual(
      arm.map((segment) => (segment.kind === 'text' ? segment.text : segment.expression)),
      ['You are ', 'name', ', a baker.'],
    );
    assert.ok(arm.every(({ path }) => path === 'src/prompts/bread.md'));
  });

  it('is read anew when the file changes, comes or goes', async () => {
    const files = new Map([
      ['src/a.ts', call.replace('SETUP', `const SYSTEM = readFileSync('src/prompts/bread.md', 'utf8');`)],
    ]);
    const analyzer = new Analyzer(memoryHost(files), defaultConfig);
    const read = async (): Promise<string[]> =>
      (await analyzer.analyze(['src/a.ts'])).prompts.map(({ segments }) => textsOf(segments));
    assert.deepEqual(await read(), []);
    files.set('src/prompts/bread.md', bread);
    analyzer.changed('src/prompts/bread.md');
    assert.deepEqual(await read(), [bread]);
    files.set('src/prompts/bread.md', 'You are a miller. Be brief.');
    analyzer.changed('src/prompts/bread.md');
    assert.deepEqual(await read(), ['You are a miller. Be brief.']);
  });

  it('stays outside where the path leaves the workspace, is computed, or may mean several files', async () => {
    for (const setup of [
      `const SYSTEM = readFileSync('../../etc/bread.md', 'utf8');`,
      `const SYSTEM = readFileSync('/src/prompts/../../../bread.md', 'utf8');`,
      'const SYSTEM = readFileSync(`src/prompts/${name}.md`, "utf8");',
      `const SYSTEM = readFileSync('bread.md', 'utf8');`,
      `const SYSTEM = await cache.get('src/bread.md').text();`,
      `const SYSTEM = await fetch('https://bakery.example/src/bread.md').text();`,
    ]) {
      const files = { 'src/a.ts': call.replace('SETUP', setup), 'bread.md': bread, 'src/bread.md': bread };
      assert.deepEqual(
        (await reportOf(files)).prompts
          .filter(({ path }) => path === 'src/a.ts')
          .map(({ segments }) => textsOf(segments)),
        [],
        setup,
      );
    }
  });
});
