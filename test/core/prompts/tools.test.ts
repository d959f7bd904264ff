import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';

async function described(path: string, source: string): Promise<string[]> {
  const { prompts } = await reportOf({ [path]: source });
  return prompts.map(({ role, segments }) => {
    const text = segments.map((segment) =>
      segment.kind === 'text' ? segment.text : `{${segment.expression}}`,
    );
    return `${role}: ${text.join('')}`;
  });
}

const bakes = ['tool-description: Bakes a loaf of bread.'];

describe('a tool is described', () => {
  for (const [name, path, source] of [
    [
      'in a record with the schema of what its function takes',
      'bakery/tools.ts',
      `const bake = makeTool({ name: 'bake', description: 'Bakes a loaf of bread.', schema: z.object({}), func: run });`,
    ],
    [
      'in a record with properties that have a type',
      'bakery/bake.go',
      `package bakery
func define() Definition {
	return Definition{Name: "bake", Description: "Bakes a loaf of bread.", Properties: map[string]Property{
		"kind": {Type: "string", Description: "The kind of bread"},
	}}
}`,
    ],
    [
      'by an instance of a class of its definitions',
      'bakery/define.py',
      'tools = [BakeryToolDefinition(name="bake", description="Bakes a loaf of bread.", parameters=schema_of(Bake))]',
    ],
    [
      'by a property of a class of tools',
      'bakery/bake.py',
      `class Bake(Tool[BakeArguments]):
    @property
    def description(self) -> str:
        return "Bakes a loaf of bread."`,
    ],
    [
      'by a method of what is called a tool',
      'bakery/bake.go',
      `package bakery
type BakeTool struct{}
func (b BakeTool) Description() string { return "Bakes a loaf of bread." }`,
    ],
    [
      'by a method of a class that is a tool by its interface',
      'src/Bake.java',
      `class Bake implements Tool { public String getDescription() { return "Bakes a loaf of bread."; } }`,
    ],
  ] as const)
    it(name, async () => {
      assert.deepEqual(await described(path, source), bakes);
    });

  for (const [name, source] of [
    [
      'a form',
      `const form = { name: 'order', description: 'Orders a loaf of bread.', schema: z.object({}) };`,
    ],
    [
      'a product',
      `const loaf = { name: 'rye', description: 'A loaf of bread.', properties: { weight: 500 } };`,
    ],
    ['a class', `class Shop { description = 'A shop of bread.'; }`],
  ] as const)
    it(`and ${name} is none`, async () => {
      assert.deepEqual(await described('bakery/shop.ts', `// system message\n${source}`), []);
    });
});
