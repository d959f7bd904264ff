import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

describe('PromptMeter inside the extension host', () => {
  it('is there, and wakes up for a source file', async () => {
    const { document } = await openFile('harbour.ts');
    await lensesOf(document);
    assert.equal(vscode.extensions.getExtension('promptmeter.promptmeter')?.isActive, true);
  });

  it('gives one lens per prompt, and one more where the model is unknown', async () => {
    const { document } = await openFile('harbour.ts');
    const titles = (await lensesOf(document)).map(({ command }) => command?.title ?? '');
    assert.equal(titles.length, 5);
    assert.equal(titles.filter((title) => / tokens/.test(title)).length, 4);
    assert.equal(titles.filter((title) => title === 'model unknown').length, 1);
  });

  it('gives a hover whose only command is our own', async () => {
    const { document } = await openFile('harbour.ts');
    const at = document.positionAt(document.getText().indexOf('You assign berths'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const ours = hovers
      .flatMap(({ contents }) => contents as vscode.MarkdownString[])
      .find(({ value }) => value.includes('per call'));
    assert.ok(ours);
    assert.match(ours.value, /command:promptmeter\.pickModel\?/);
    assert.equal(ours.supportHtml ?? false, false);
  });

  it('keeps lenses where they are while a line is put in above them, and gives them at once', async () => {
    const { document } = await openFile('harbour.ts');
    const before = await lensesOf(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '// The harbour master reads this first.\n');
    await vscode.workspace.applyEdit(edit);
    const after = await lensesOf(document);
    assert.deepEqual(
      after.map(({ range, command }) => [range.start.line - 1, command?.title]),
      before.map(({ range, command }) => [range.start.line, command?.title.replace('line 22', 'line 23')]),
    );
    await vscode.commands.executeCommand('undo');
  });

  it('shows inlay hints where the setting says so', async () => {
    const { document } = await openFile('harbour.ts');
    const settings = vscode.workspace.getConfiguration('promptmeter');
    await settings.update('show', 'inlay', vscode.ConfigurationTarget.Workspace);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole,
    );
    assert.equal(hints.filter(({ label }) => labelText(label).includes('tokens')).length, 4);
    assert.ok(hints.some(({ label }) => labelText(label) === '⟨clock: varies by request⟩'));
    assert.deepEqual(await lensesOf(document), []);
    await settings.update('show', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('reads a document that has no file', async () => {
    const content = `const client = new OpenAI();\nclient.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: 'You ring the bell of the harbour when fog comes in.' }] });\n`;
    const document = await vscode.workspace.openTextDocument({
      language: 'typescript',
      content: `import OpenAI from 'openai';\n${content}`,
    });
    await vscode.window.showTextDocument(document);
    const [lens] = await lensesOf(document);
    assert.match(lens?.command?.title ?? '', /^\d+ tokens · \$0\.0000\d+\/call · gpt-4o$/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

async function openFile(name: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

async function lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  // TypeScript's own references are not ours.
  return lenses.filter(({ command }) => command?.command.startsWith('promptmeter.'));
}

function labelText(label: vscode.InlayHint['label']): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('');
}
