import * as vscode from 'vscode';
import type { Confidence } from '../core/prompts/prompt.ts';
import type { Finding, Severity } from '../core/report.ts';
import { LineIndex } from '../core/text.ts';
import { commandIds } from './commandIds.ts';
import { toRange } from './convert.ts';
import type { Documents } from './documents.ts';
import type { Known } from './known.ts';
import { say } from './sentences.ts';
import type { Settings } from './settings.ts';
import { uriOf } from './workspaces.ts';

/** What the rules find in open documents, as problems; those of documents that are not open are left to `scan` and `check`. */
export function findings(documents: Documents, settings: Settings): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('promptmeter');
  const show = (document: vscode.TextDocument): void => {
    const known = settings.showsFindings(document) ? documents.known(document) : null;
    collection.set(document.uri, known?.findings.map((finding) => problemOf(finding, document, known)) ?? []);
  };
  return vscode.Disposable.from(
    collection,
    documents.onDidCheck(show),
    settings.onDidChange(() => vscode.workspace.textDocuments.forEach(show)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}

/** Where a finding of the document's prompts stands in another file, it is shown at the prompt, and refers to its place. */
function problemOf(finding: Finding, document: vscode.TextDocument, known: Known): vscode.Diagnostic {
  const problem = new vscode.Diagnostic(
    placeIn(document, finding, known),
    finding.message,
    levels[finding.severity][finding.confidence],
  );
  const page = encodeURIComponent(JSON.stringify([finding.rule]));
  problem.source = say.statusName;
  problem.code = {
    value: finding.rule,
    target: vscode.Uri.parse(`command:${commandIds.explainRule}?${page}`, true),
  };
  problem.relatedInformation = related(finding, document, known);
  return problem;
}

/** Where a finding is shown in a document: of a whole call its first line, since nobody reads under waves. */
export function placeIn(document: vscode.TextDocument, finding: Finding, known: Known): vscode.Range {
  if (finding.path === known.path) {
    const whole = toRange(document, finding.range);
    return whole.isSingleLine ? whole : document.lineAt(whole.start).range.with(whole.start);
  }
  const prompt = known.prompts.find(({ id }) => id === finding.prompt);
  const start = document.positionAt(prompt?.range.start ?? 0);
  return prompt ? document.lineAt(start).range.with(start) : document.lineAt(0).range;
}

function related(
  finding: Finding,
  document: vscode.TextDocument,
  known: Known,
): vscode.DiagnosticRelatedInformation[] {
  if (finding.path !== known.path) {
    const at = new LineIndex(known.lines[finding.path] ?? [0]).position(finding.range.start);
    const location = new vscode.Location(
      uriOf(document.uri, finding.path),
      new vscode.Position(at.line, at.column),
    );
    return [new vscode.DiagnosticRelatedInformation(location, say.findingElsewhere)];
  }
  const prompt = known.prompts.find(({ id }) => id === finding.prompt);
  const start = prompt && document.positionAt(prompt.range.start);
  if (!start || start.line === document.positionAt(finding.range.start).line) return [];
  const location = new vscode.Location(document.uri, start);
  return [new vscode.DiagnosticRelatedInformation(location, say.findingInPrompt)];
}

/** What a user calls an error is one; besides, what is less sure is said more quietly. */
const { Error: error, Warning: warning, Information: information, Hint: hint } = vscode.DiagnosticSeverity;
const levels = {
  error: { high: error, medium: error, low: error },
  warning: { high: warning, medium: warning, low: information },
  info: { high: information, medium: information, low: hint },
} as const satisfies Record<Severity, Record<Confidence, vscode.DiagnosticSeverity>>;
