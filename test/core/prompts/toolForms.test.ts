import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './sdks/found.ts';

describe('tools by their form', () => {
  it('are classes with a name, a description and a schema, whatever they are derived from', async () => {
    const ruby = `class Bakery::Function::Bake < Bakery::Function
  class << self
    def name = "bake"

    def description
      <<~TEXT
        Bakes the loaves of an order.
        Ask first how many there are.
      TEXT
    end
  end

  def params_schema
    build_schema(required: ["loaves"])
  end
end`;
    assert.deepEqual(await found('bakery/bake.rb', ruby), [
      'tool-description - -: Bakes the loaves of an order.\nAsk first how many there are.\n',
    ]);
    const csharp = `public sealed class BakeFunction : OvenFunction {
  public override string Name => "bake";
  public override string Description => "Bakes the loaves of an order.";
  public override JsonElement JsonSchema => schema;
}`;
    assert.deepEqual(await found('bakery/Bake.cs', csharp), [
      'tool-description - -: Bakes the loaves of an order.',
    ]);
  });

  it('are no classes that only describe themselves', async () => {
    const source = `class Loaf < Product
  def name = "rye"
  def description = "You should bake it for an hour, and never open the oven."
end`;
    assert.deepEqual(await found('bakery/loaf.rb', source), []);
  });

  it('are methods that C# describes, where no framework for people does', async () => {
    const described = (using: string): string => `using System.ComponentModel;
${using}
public class OvenTools {
  [Description("Tells how hot the oven is.")]
  public int Heat() => 200;
  [Description("How hot it is")]
  public int Degrees { get; set; }
}`;
    assert.deepEqual(await found('bakery/OvenTools.cs', described('using System.Linq;')), [
      'tool-description - -: Tells how hot the oven is.',
    ]);
    assert.deepEqual(await found('bakery/OvenTools.cs', described('using DSharpPlus.Commands;')), []);
  });

  it('are told by names of their descriptions', async () => {
    const source = `const OVEN_TOOL_DESCRIPTION: &str = "Tells how hot the oven of the bakery is.";
const OVEN_DESCRIPTION: &str = "The oven of the bakery, built of stones.";`;
    assert.deepEqual(await found('bakery/oven.rs', source), [
      'tool-description - -: Tells how hot the oven of the bakery is.',
    ]);
  });
});

describe('what is chained or collected', () => {
  it('a text that a builder is chained of is one text', async () => {
    const source = `class Desk {
  string BuildPrompt(string loaf) =>
    new StringBuilder("You are a baker. ").Append("Bake ").Append(loaf).AppendLine(" now.").ToString();
}`;
    assert.deepEqual(await found('bakery/Desk.cs', source), [
      'template - -: You are a baker. Bake {loaf} now.\n',
    ]);
  });

  it('what is appended to a builder named after a prompt is a part of it', async () => {
    const source = `class Desk {
  List<string> Parts(string loaf) {
    var promptBuilder = new StringBuilder();
    promptBuilder.AppendLine("You are a baker. Answer in one line only.");
    var page = new StringBuilder();
    page.AppendLine("You must log in before you can see the loaves.");
    return new List<string> { promptBuilder.ToString(), page.ToString() };
  }
}`;
    assert.deepEqual(await found('bakery/Desk.cs', source), [
      'system - -: You are a baker. Answer in one line only.\n',
    ]);
  });

  it('parts that are appended to a content belong to the message', async () => {
    const source = `def ask(client, pictures)
  content = []
  pictures.each { |picture| content << { type: "image_url", image_url: { url: picture } } }
  content << { type: "text", text: "Name the loaves in these pictures." }
  client.chat(parameters: { model: "gpt-4o", messages: [{ role: "user", content: content }] })
end`;
    assert.ok(
      (await found('bakery/ask.rb', source)).some((one) =>
        one.includes('Name the loaves in these pictures.'),
      ),
    );
  });
});
