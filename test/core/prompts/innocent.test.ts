import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';

/** Text that looks like a prompt to a machine, or is called one, and is none. */
const innocent: Readonly<Record<string, readonly [path: string, source: string]>> = {
  'a question on a terminal': [
    'harbour/cli.py',
    'prompt = "Enter the name of the ship: "\nname = input(prompt)',
  ],
  'what is only looked at for what must not be said': [
    'harbour/board.ts',
    `import OpenAI from 'openai';
await new OpenAI().moderations.create({ model: 'omni-moderation-latest', input: 'I love all ships of this harbour.' });`,
  ],
  'what a box on a terminal asks': [
    'harbour/Login.cs',
    'class Login { void Run() { var key = Ask(new TextPrompt<string>($"[{Style}]Enter your harbour key, which you must keep to yourself:[/]").PromptStyle(Style)); } }',
  ],
  'what an option is for': [
    'harbour/commands.py',
    '@describe(system_message="Provide a custom system message.")\nasync def dock(system_message): pass',
  ],
  'what an interface says in some language': [
    'harbour/locales/en.js',
    `export default { promptTitle: 'Prompts', prompt: 'This is what your ship will answer to, and you should write it.' };`,
  ],
  'what an interface says in one of its languages': [
    'harbour/translations/de/errors.ts',
    `export default { prompt: 'This is what your ship will answer to, and you should write it.' };`,
  ],
  'what a function tells a person in a folder of prompts': [
    'harbour/prompts/migration.ts',
    `export function move() {
  return { title: 'Prompts', summary: 'The prompt could not be moved, and will be tried again.' };
}`,
  ],
  'what an assistant is made to say when something failed': [
    'harbour/chat.ts',
    "messages.push({ role: 'assistant', content: 'Sorry, the harbour could not be reached. Please try again.' });",
  ],
  'what a person has to agree to': [
    'harbour/desk.go',
    'package harbour\nfunc f() { confirmationPrompt := "These ships need your approval to leave:\\n* " + names; ask(confirmationPrompt) }',
  ],
  'keys of texts': [
    'harbour/prompts.php',
    "<?php\nreturn ['pilot' => ['prompt' => 'harbour::app.default-prompt.pilot.prompt']];",
  ],
  'messages whose content is a name': [
    'harbour/desk.rb',
    'def message(content)\n  { role: "user", content: }\nend',
  ],
  'questions that a function of its own asks at a terminal': [
    'harbour/src/setup.rs',
    `fn prompt_key(prompt: &str) -> String { read(prompt) }
fn setup() { let key = prompt_key("Where can we find the key of your harbour, or should we make one?"); }`,
  ],
  'what a person is told in a conversation': [
    'harbour/src/desk.rs',
    `async fn handle(&self) { self.desk.system_message("No pilot found (yet), is the harbour open?").await; }`,
  ],
  'a confirmation': [
    'harbour/cli.ts',
    `const confirmPrompt = 'Are you sure you want to unload the ship? [y/N] ';\nawait rl.question(confirmPrompt);`,
  ],
  inquirer: [
    'harbour/cli.js',
    `inquirer.prompt([{ type: 'input', name: 'ship', message: 'Which ship do you want to load?' }]);`,
  ],
  'a shell prompt': ['harbour/shell.py', `prompt = f"[{user}@{host}]$ "`],
  'SQL about prompts': [
    'harbour/store.ts',
    `const promptQuery = 'SELECT id, text, you, must FROM prompts WHERE owner = $1 ORDER BY created';`,
  ],
  'SQL about prompts below its name': [
    'harbour/prompts.sql.go',
    'package harbour\nconst getPrompt = `-- name: GetPrompt :one\nSELECT id, text, you, must FROM prompts WHERE id = $1\n`',
  ],
  'GraphQL about prompts': [
    'harbour/queries.ts',
    `export const createPrompt = /* GraphQL */ \`mutation CreatePrompt($input: CreatePromptInput!) { createPrompt(input: $input) { id name user system message } }\`;`,
  ],
  markup: [
    'harbour/page.tsx',
    `const promptTemplate = '<div class="prompt"><p>You must always enter the name of your ship.</p></div>';`,
  ],
  'CRUD of prompts': [
    'harbour/routes.ts',
    `app.post('/prompts', async (req) => { const promptName = 'the prompt of the harbour master'; return db.prompts.create({ data: { promptName } }); });`,
  ],
  'an error': [
    'harbour/errors.ts',
    `const systemMessage = 'Failed to load the prompt: you must give a name that is not empty';\nthrow new Error(systemMessage);`,
  ],
  'a docstring': [
    'harbour/ships.py',
    `def load(ship, prompt):\n    """Load the ship. You must always give a prompt, never an empty one. Return the load as JSON."""\n    return ship`,
  ],
  'a test title': [
    'harbour/ships.test.ts',
    `it('should return the prompt of the system when you ask the assistant for it', () => { expect(prompt).toBe(1); });`,
  ],
  'a role that is no message': [
    'harbour/button.tsx',
    `const props = { role: 'button', content: 'Please load the ship now' };`,
  ],
  'help of a command': [
    'harbour/args.py',
    `parser.add_argument("--prompt", help="The prompt you want to give to the model, as text. Use @file to read it.")`,
  ],
  'an answer in a test': [
    'harbour/radio.test.ts',
    `const answer = { id: '1', choices: [{ index: 0, message: { role: 'assistant', content: 'The ferry is on its way.' } }] };
fake({ response: { candidates: [{ content: { role: 'model', parts: [{ text: 'The ferry has left the harbour.' }] } }] } });
log({ role: 'assistant', content: [{ type: 'text', text: 'The ferry is late.' }], usage: { input: 10 } });`,
  ],
  'an answer in a test of Python': [
    'harbour/test_radio.py',
    `answer = ChatCompletion(choices=[Choice(index=0, message=ChatCompletionMessage(role="assistant", content="The ferry is on its way."))])
other = {"role": "assistant", "content": [{"type": "text", "text": "The ferry has left."}], "stop_reason": "end_turn"}`,
  ],
  'the box of an editor': [
    'harbour/extension.ts',
    `vscode.window.showInputBox({ title: 'Ship', prompt: 'Please enter the name of your ship, which you can change later', ignoreFocusOut: true });`,
  ],
  'the page of a command': [
    'harbour/cmd/prompt.go',
    `package cmd
var promptCmd = &cobra.Command{
	Use: "prompt",
	Long: \`Load the prompts of the harbour into your folder. You must always name the folder, and only the harbour master should use it.\`,
}`,
  ],
  'a field of a form': [
    'harbour/fields.js',
    `export default [{ id: 'cargo', label: 'Cargo', type: 'select', options: [], description: 'What should the ship carry? Choose based on your goal: answer with the following goods, and respond only with one of them.' }];`,
  ],
  'comments of a file of settings': [
    'harbour/settings.js',
    `const onboardingInstructions = \`####
## You can name the ships that must be told of the weather.
## Always give the name of each ship, and never its number.
####\`;`,
  ],
  'a picture to draw': [
    'harbour/poster.js',
    `import OpenAI from 'openai';
const prompt = 'Draw the harbour at dawn: you must show every ship, and never write any words into the picture.';
export const draw = () => new OpenAI().images.generate({ model: 'dall-e-3', prompt });`,
  ],
  'a path': ['harbour/paths.ts', `export const SYSTEM_PROMPT_PATH = './prompts/system.md';`],
  'a label': [
    'harbour/form.tsx',
    `const promptLabel = 'Write here what you would like the assistant to do for you';`,
  ],
  'the log of a Java class': [
    'harbour/Ships.java',
    `class Ships { void load(String ship) { log.info("You must always load the ship {} before the tide. Please wait for the prompt of the system.", ship); } }`,
  ],
  'SQL and markup in Java': [
    'harbour/Store.java',
    `class Store { static final String PROMPT_QUERY = "SELECT id, prompt FROM prompts WHERE owner = ?"; static final String PROMPT_TEMPLATE = """\n<div>You must enter the name of your ship.</div>"""; }`,
  ],
  'usage of a Java command': [
    'harbour/Cli.java',
    `@Command(description = "Sends the prompt to the system and prints the answer") class Cli { static final String USAGE = "Usage: harbour [options] PROMPT"; @Option(names = "--prompt", description = "The prompt you want to give to the model, as text.") String prompt; }`,
  ],
  'questions on a terminal in Java': [
    'harbour/Ask.java',
    `class Ask { String prompt = "Enter the name of the ship: "; String again = System.console().readLine("Do you want to load another ship? [y/n] "); }`,
  ],
  'the log of a C# class': [
    'harbour/Ships.cs',
    `class Ships { void Load(string ship) { logger.LogInformation("You must always load the ship {Ship} before the tide. Please wait for the prompt of the system.", ship); } }`,
  ],
  'SQL and errors in C#': [
    'harbour/Store.cs',
    `class Store { const string PromptQuery = @"SELECT id, prompt FROM prompts WHERE owner = @owner"; void Check(string prompt) { throw new ArgumentException("You must give a prompt that is not empty, please."); } }`,
  ],
  'descriptions of properties in C#': [
    'harbour/Settings.cs',
    `using System.ComponentModel;\nclass Settings { [Description("The prompt that you want to give to the system, as text.")] public string Prompt { get; set; } = ""; }`,
  ],
  'what a command about prompts says of itself': [
    'harbour/AddPilotPrompt.php',
    `<?php class AddPilotPrompt extends Command { protected $signature = 'add:pilot-prompt {name}'; protected $description = 'Add the prompt of the pilot to the database'; }`,
  ],
  'questions on a terminal in C#': [
    'harbour/Ask.cs',
    `var prompt = "Enter the name of the ship: "; Console.Write(prompt); var name = AnsiConsole.Ask<string>("Which ship do you want to load?");`,
  ],
};

describe('innocent text', () => {
  for (const [what, [path, source]] of Object.entries(innocent))
    it(what, async () => {
      const report = await reportOf({ [path]: source });
      assert.deepEqual(
        report.prompts.map(({ id, found, confidence }) => `${id} ${found} ${confidence}`),
        [],
      );
    });
});
