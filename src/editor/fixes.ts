import * as vscode from 'vscode';
import { fingerprint } from '../core/fingerprint.ts';
import type { Finding } from '../core/report.ts';
import type { Edit } from '../core/text.ts';
import { commandIds } from './commandIds.ts';
import { toRange } from './convert.ts';
import type { Documents } from './documents.ts';
import { placeIn } from './findings.ts';
import type { Known } from './known.ts';
import { say } from './sentences.ts';
import type { Settings } from './settings.ts';
import { ignoredLine, ignoringComment } from './suppressing.ts';
import { everything } from './workspaces.ts';

const fixAll = vscode.CodeActionKind.SourceFixAll.append('promptmeter');

/** What can be done about a finding: its fix, keeping it silent, turning its rule off, reading about it. */
export function fixes(documents: Documents, settings: Settings): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, { only, diagnostics }) {
      if (!settings.showsFindings(document)) return [];
      if (only?.contains(fixAll) || (only && fixAll.contains(only)))
        return fixAllIn(document, await documents.whenFresh(document));
      const known = await documents.whenKnown(document);
      if (!known || (only && !only.contains(vscode.CodeActionKind.QuickFix))) return [];
      return known.findings.flatMap((finding) => {
        const place = placeIn(document, finding, known);
        if (!place.intersection(range)) return [];
        const problem = diagnostics.find((one) => isOf(one, finding, place));
        return actionsFor(finding, document, known).map((action) => {
          if (problem) action.diagnostics = [problem];
          return action;
        });
      });
    },
  };
  const kinds = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAll] };
  return vscode.languages.registerCodeActionsProvider(everything, provider, kinds);
}

function actionsFor(finding: Finding, document: vscode.TextDocument, known: Known): vscode.CodeAction[] {
  const { fix, otherFixes, rule, fingerprint: id } = finding;
  const address = document.uri.toString();
  const actions: vscode.CodeAction[] = [];
  for (const one of fix ? [fix, ...otherFixes] : []) {
    const title = one.disposition === 'safe' ? one.title : say.fixToReview(one.title);
    const mend = running(title, commandIds.applyFix, [address, id, one.title]);
    mend.isPreferred = one === fix && one.disposition === 'safe';
    actions.push(mend);
  }
  const ignore = ignoring(finding, document, known);
  if (ignore) actions.push(ignore);
  actions.push(running(say.turnRuleOff(rule), commandIds.turnRuleOff, [rule, address]));
  actions.push(running(say.explainRule(rule), commandIds.explainRule, [rule]));
  return actions;
}

function running(title: string, command: string, args: readonly unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command, arguments: [...args] };
  return action;
}

function ignoring(finding: Finding, document: vscode.TextDocument, known: Known): vscode.CodeAction | null {
  if (finding.path !== known.path) return null;
  const prompt = known.prompts.find(({ id }) => id === finding.prompt);
  const inside =
    prompt && prompt.range.start <= finding.range.start && finding.range.start <= prompt.range.end;
  const begins = document.positionAt(inside ? prompt.range.start : finding.range.start).line;
  const line = ignoredLine(begins, (at) => document.lineAt(at).text);
  const indent = document.lineAt(line).text.slice(0, document.lineAt(line).firstNonWhitespaceCharacterIndex);
  const comment = ignoringComment(document.languageId, finding.rule, indent);
  if (comment === null) return null;
  const action = new vscode.CodeAction(say.ignoreHere(finding.rule), vscode.CodeActionKind.QuickFix);
  const at = new vscode.Position(line, 0);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, [vscode.SnippetTextEdit.insert(at, new vscode.SnippetString(comment))]);
  return action;
}

/** Every safe fix of this document alone; of two that touch the same place the first. */
function fixAllIn(document: vscode.TextDocument, known: Known | null): vscode.CodeAction[] {
  const text = fingerprint(document.getText());
  const taken: Edit[] = [];
  for (const { fix } of known?.findings ?? []) {
    if (fix?.disposition !== 'safe' || !known) continue;
    const here = fix.edits.every(({ path }) => path === known.path) && fix.madeFor[known.path] === text;
    if (here && !fix.edits.some((edit) => taken.some((other) => touch(edit, other))))
      taken.push(...fix.edits);
  }
  if (taken.length === 0) return [];
  const action = new vscode.CodeAction(say.fixAll, fixAll);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(
    document.uri,
    taken.map((edit) => vscode.TextEdit.replace(toRange(document, edit.range), edit.text)),
  );
  return [action];
}

function touch(a: Edit, b: Edit): boolean {
  return a.range.start <= b.range.end && b.range.start <= a.range.end;
}

function isOf(problem: vscode.Diagnostic, { message }: Finding, place: vscode.Range): boolean {
  return problem.source === say.statusName && problem.message === message && problem.range.isEqual(place);
}
