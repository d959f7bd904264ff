import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Analyzer } from '../../src/core/analyze.ts';
import { fingerprint } from '../../src/core/fingerprint.ts';
import { taking } from '../../src/core/compress/taken.ts';
import { FileCompressor } from '../../src/core/compressing.ts';
import { defaultConfig } from '../../src/core/config.ts';
import type { Level } from '../../src/core/compress/lexicons/lexicon.ts';
import { memoryHost } from '../hostile/memory.ts';

interface Case {
  readonly what: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly level?: Level;
}

const cases: readonly Case[] = [
  {
    what: 'a template of TypeScript, its holes and escapes untouched',
    path: 'berth.ts',
    before:
      'export const BERTH_PROMPT = `You are the harbour office.   \n\n\nIn order to book a berth for ${boat.name}, you must say \\`when\\`.\\n   Never guess.`;\n',
    after:
      'export const BERTH_PROMPT = `You are the harbour office.\n\nTo book a berth for ${boat.name}, you must say \\`when\\`.\\n   Never guess.`;\n',
  },
  {
    what: 'strings that are joined',
    path: 'berth.ts',
    before:
      "export const BERTH_PROMPT =\n  'You are the harbour office. Prior ' +\n  'to the arrival you must always ask for the length, ' + 'due to the fact ' + 'that the quay is short.';\n",
    after:
      "export const BERTH_PROMPT =\n  'You are the harbour office. Before' +\n  ' the arrival you must always ask for the length, ' + 'because' + ' the quay is short.';\n",
  },
  {
    what: 'implicit concatenation and an f-string of Python',
    path: 'berth.py',
    before:
      'BERTH_PROMPT = (\n    "You are the harbour office. You must always ask for the length in order to"\n    f" find a berth for {boat.name}, and {{never}} guess.   \\n\\n\\n\\nBe kind to the captain."\n)\n',
    after:
      'BERTH_PROMPT = (\n    "You are the harbour office. You must always ask for the length to"\n    f" find a berth for {boat.name}, and {{never}} guess.\\n\\nBe kind to the captain."\n)\n',
  },
  {
    what: 'an apostrophe that comes into a string between apostrophes',
    path: 'berth.ts',
    before:
      "export const BERTH_PROMPT = 'You are the harbour office. Answer the captain. Do not guess the length of the boat.';\n",
    after:
      "export const BERTH_PROMPT = 'You\\'re the harbour office. Answer the captain. Don\\'t guess the length of the boat.';\n",
    level: 'balanced',
  },
  {
    what: 'an apostrophe that comes into a string between quotes',
    path: 'berth.py',
    before: 'BERTH_PROMPT = "You are the harbour office. Do not guess the length of the boat."\n',
    after: 'BERTH_PROMPT = "You\'re the harbour office. Don\'t guess the length of the boat."\n',
    level: 'balanced',
  },
  {
    what: 'an apostrophe that comes into YAML between apostrophes',
    path: 'prompts/berth.yaml',
    before: "system: 'You are the harbour office. Do not guess the length of the boat of the captain.'\n",
    after: "system: 'You''re the harbour office. Don''t guess the length of the boat of the captain.'\n",
    level: 'balanced',
  },
  {
    what: 'an indented text of Python that is dedented',
    path: 'berth.py',
    before:
      'from textwrap import dedent\n\nBERTH_PROMPT = dedent("""\\\n    You are the harbour office.\n    - You must always ask for the length.\n    - You must never guess the length.\n    - You must always ask for the length.\n    Be kind.\n    """)\n',
    after:
      'from textwrap import dedent\n\nBERTH_PROMPT = dedent("""\\\n    You are the harbour office.\n    - You must always ask for the length.\n    - You must never guess the length.\n    Be kind.\n    """)\n',
  },
  {
    what: 'a text block of Java',
    path: 'Berth.java',
    before:
      'class Berth {\n  static final String BERTH_PROMPT = """\n      You are the harbour office.\n\n\n      In order to book a berth, you must always name the boat.\n      """;\n}\n',
    after:
      'class Berth {\n  static final String BERTH_PROMPT = """\n      You are the harbour office.\n\n      To book a berth, you must always name the boat.\n      """;\n}\n',
  },
  {
    what: 'a raw string of Go',
    path: 'berth.go',
    before:
      'package berth\n\nconst BerthPrompt = `You are the harbour office.\n\n\nIn order to book a berth, you must always name the boat.`\n',
    after:
      'package berth\n\nconst BerthPrompt = `You are the harbour office.\n\nTo book a berth, you must always name the boat.`\n',
  },
  {
    what: 'a string of JavaScript, its escapes untouched',
    path: 'berth.js',
    before:
      "export const BERTH_PROMPT = 'You are the harbour office. In order to book a berth, you mustn\\'t forget the boat\\u2019s name.\\n\\n\\nBe kind.';\n",
    after:
      "export const BERTH_PROMPT = 'You are the harbour office. To book a berth, you mustn\\'t forget the boat\\u2019s name.\\n\\nBe kind.';\n",
  },
  {
    what: 'a raw string of C# with its margin, and a verbatim one',
    path: 'Berth.cs',
    before:
      'class Berth {\n  const string BerthPrompt = """\n      You are the harbour office.\n\n\n      In order to book a berth, you must always name the boat.\n      """;\n  const string QuayPrompt = @"You are the ""old"" harbour office. In order to book a berth, you must name the boat.";\n}\n',
    after:
      'class Berth {\n  const string BerthPrompt = """\n      You are the harbour office.\n\n      To book a berth, you must always name the boat.\n      """;\n  const string QuayPrompt = @"You are the ""old"" harbour office. To book a berth, you must name the boat.";\n}\n',
  },
  {
    what: 'a raw string of Rust, and one that goes on behind a backslash',
    path: 'berth.rs',
    before:
      'const BERTH_PROMPT: &str = r#"You are the "harbour" office.\n\n\nIn order to book a berth, you must always name the boat."#;\nconst QUAY_PROMPT: &str = "You are the harbour office. In order to book \\\n    a berth, you must always name the boat.";\n',
    after:
      'const BERTH_PROMPT: &str = r#"You are the "harbour" office.\n\nTo book a berth, you must always name the boat."#;\nconst QUAY_PROMPT: &str = "You are the harbour office. To book \\\n    a berth, you must always name the boat.";\n',
  },
  {
    what: 'a squiggly heredoc of Ruby with a hole',
    path: 'berth.rb',
    before:
      'BERTH_PROMPT = <<~PROMPT\n  You are the harbour office.\n\n\n  In order to book a berth for #{boat}, you must always name the boat.\nPROMPT\n',
    after:
      'BERTH_PROMPT = <<~PROMPT\n  You are the harbour office.\n\n  To book a berth for #{boat}, you must always name the boat.\nPROMPT\n',
  },
  {
    what: 'a heredoc of PHP with a hole',
    path: 'berth.php',
    before:
      '<?php\nconst BERTH_PROMPT = <<<EOT\nYou are the harbour office.\n\n\nIn order to book a berth, you must always name the boat.\nEOT;\n',
    after:
      '<?php\nconst BERTH_PROMPT = <<<EOT\nYou are the harbour office.\n\nTo book a berth, you must always name the boat.\nEOT;\n',
  },
  {
    what: 'a block scalar of YAML',
    path: 'prompts/berth.yaml',
    before:
      'system: |\n  You are the harbour office.\n\n\n  In order to book a berth, you must always name the boat.\nuser: "{{question}}"\n',
    after:
      'system: |\n  You are the harbour office.\n\n  To book a berth, you must always name the boat.\nuser: "{{question}}"\n',
  },
  {
    what: 'messages of JSON, their escapes untouched',
    path: 'prompts/berth.json',
    before:
      '{\n  "messages": [\n    { "role": "system", "content": "You are the \\"harbour\\" office.\\n\\n\\nIn order to book a berth, you must name the boat." }\n  ]\n}\n',
    after:
      '{\n  "messages": [\n    { "role": "system", "content": "You are the \\"harbour\\" office.\\n\\nTo book a berth, you must name the boat." }\n  ]\n}\n',
  },
  {
    what: 'a prompty file behind its head',
    path: 'berth.prompty',
    before:
      '---\nname: berth\nmodel:\n  api: chat\n---\nsystem:\nYou are the harbour office.\n\n\nIn order to book a berth, you must always name the boat.\n\nuser:\n{{question}}\n',
    after:
      '---\nname: berth\nmodel:\n  api: chat\n---\nsystem:\nYou are the harbour office.\n\nTo book a berth, you must always name the boat.\n\nuser:\n{{question}}\n',
  },
  {
    what: 'a file that is a prompt',
    path: 'AGENTS.md',
    before: '# Harbour\n\n\n\nIn order to book a berth, you must always name the boat.\n',
    after: '# Harbour\n\nTo book a berth, you must always name the boat.\n',
  },
];

describe('a compressed file', () => {
  for (const { what, path, before, after, level = 'safe' } of cases)
    it(what, async () => {
      const file = await (await compressor({ [path]: before })).compress({ path, level, model: 'gpt-4o' });
      assert.ok(!('why' in file), JSON.stringify(file));
      assert.deepEqual(
        file.prompts.flatMap(({ refused, compression }) => [refused, ...compression.refused]).filter(Boolean),
        [],
      );
      assert.equal(file.after, after);
    });

  for (const put of ['${berth()}', '`; sink(); `', '"', '\\', '\n', '`'])
    it(`takes in no ${JSON.stringify(put)} that would be more than text`, async () => {
      const source =
        'export const BERTH_PROMPT = `You are the harbour office. In order to sail, you must wait.`;\n';
      const text = 'You are the harbour office. In order to sail, you must wait.';
      const at = text.indexOf('In order to');
      const engine = taking({
        engine: 'rewrite',
        of: fingerprint(text),
        edits: [{ start: at, end: at + 11, text: put, passes: ['rewrite'], group: 1 }],
        rules: { ordered: false, words: 'free', orders: 'free' },
      });
      const file = await (
        await compressor({ 'a.ts': source })
      ).compress({ path: 'a.ts', level: 'safe', model: null, engine });
      assert.ok(!('why' in file));
      assert.equal(file.after, put === '"' ? source.replace('In order to', '"') : source);
    });

  it('leaves other prompts of the file alone', async () => {
    const source =
      'A_PROMPT = "You are a. In order to sail, you must wait."\nB_PROMPT = "You are b. In order to sail, you must wait."\n';
    const file = await (
      await compressor({ 'a.py': source })
    ).compress({
      path: 'a.py',
      wanted: ({ id }) => id === 'a.py#B_PROMPT',
      level: 'safe',
      model: null,
    });
    assert.ok(!('why' in file));
    assert.equal(file.after, source.replace('b. In order to', 'b. To'));
  });

  it('keeps the blanks at the edges of a part that other text is joined to', async () => {
    const source =
      'import OpenAI from "openai";\nconst client = new OpenAI();\nlet prompt = "You are the harbour office. In order to sail, you must wait.\\n\\n";\nprompt += "Never name the price of the berth.\\n";\nawait client.chat.completions.create({ model: "gpt-4o", messages: [{ role: "system", content: prompt }] });\n';
    const file = await (
      await compressor({ 'a.ts': source })
    ).compress({
      path: 'a.ts',
      level: 'aggressive',
      model: null,
    });
    assert.ok(!('why' in file));
    assert.equal(
      file.after,
      source
        .replace('You are', "You're")
        .replace('In order to', 'To')
        .replace('the price of the berth', 'price of berth'),
    );
  });

  it('counts for the model of a call in another file, and says what is saved at its price', async () => {
    const files = {
      'office.ts':
        "export const OFFICE_PROMPT = 'You are the harbour office. Note that you must always ask for the length.';\n",
      'desk.ts':
        "import OpenAI from 'openai';\nimport { OFFICE_PROMPT } from './office';\nexport const ask = () =>\n  new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: OFFICE_PROMPT }] });\n",
    };
    const { prompts: known } = await new Analyzer(
      memoryHost(new Map(Object.entries(files))),
      defaultConfig,
    ).analyze(Object.keys(files));
    const wish = { path: 'office.ts', level: 'balanced', model: null } as const;
    const told = async (now: typeof files) => {
      const file = await (await compressor(now)).compress({ ...wish, known });
      assert.ok('prompts' in file);
      return file.prompts.map(({ model, prompt }) => [model, prompt.cost !== null]);
    };
    assert.deepEqual(await told(files), [['gpt-4o', true]]);
    // of another text than the one that was told of, nothing is known
    const longer = files['office.ts'].replace('length', 'length and the draught');
    assert.deepEqual(await told({ ...files, 'office.ts': longer }), [[null, false]]);
  });

  it('says why there is none', async () => {
    const file = await (await compressor({})).compress({ path: 'gone.ts', level: 'safe', model: null });
    assert.deepEqual(file, { path: 'gone.ts', wasRead: false, why: 'there is no such file' });
  });
});

function compressor(files: Readonly<Record<string, string>>): Promise<FileCompressor> {
  return FileCompressor.open(memoryHost(new Map(Object.entries(files))), defaultConfig);
}
