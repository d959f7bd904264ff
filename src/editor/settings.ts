import * as vscode from 'vscode';
import { editorOptions, sharedOptions, type EngineSetting, type InTerminals, type Show } from './options.ts';

const section = 'promptmeter';

export interface GatewaySettings {
  readonly port: number;
  readonly upstreams: readonly (readonly [name: string, address: string])[];
  readonly terminals: InTerminals;
}

/** The only place that reads or writes settings. */
export class Settings implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) this.#changed.fire();
    });
  }

  show(document?: vscode.TextDocument): Show {
    return vscode.workspace.getConfiguration(section, document).get<Show>('show', editorOptions.show.default);
  }

  showsFindings(document: vscode.TextDocument): boolean {
    const { findings } = editorOptions;
    return vscode.workspace.getConfiguration(section, document).get<boolean>('findings', findings.default);
  }

  /** Whether what the ledger measured is told. */
  showsMeasured(): boolean {
    const { measured } = editorOptions;
    return vscode.workspace.getConfiguration(section).get<boolean>('measured', measured.default);
  }

  showsFileBadges(): boolean {
    const { fileBadges } = editorOptions;
    return vscode.workspace.getConfiguration(section).get<boolean>('fileBadges', fileBadges.default);
  }

  /** Of the machine alone: VS Code takes these from no workspace. Upstreams as they were written, unchecked. */
  gateway(): GatewaySettings {
    const configuration = vscode.workspace.getConfiguration(section);
    return {
      port: configuration.get('gateway.port', editorOptions['gateway.port'].default),
      upstreams: Object.entries(configuration.get<Record<string, string>>('gateway.upstreams', {})),
      terminals: configuration.get<InTerminals>('gateway.terminals', 'ask'),
    };
  }

  setGatewayTerminals(terminals: InTerminals): Thenable<void> {
    const { Global } = vscode.ConfigurationTarget;
    return vscode.workspace.getConfiguration(section).update('gateway.terminals', terminals, Global);
  }

  /** How prompts are shortened where nothing else is chosen on the page. */
  compression(): { readonly engine: EngineSetting; readonly rate: number } {
    const configuration = vscode.workspace.getConfiguration(section);
    const { 'compression.engine': engine, 'compression.rate': rate } = editorOptions;
    return {
      engine: configuration.get<EngineSetting>('compression.engine', engine.default),
      rate: within(configuration.get<number>('compression.rate', rate.default), rate.minimum, rate.maximum),
    };
  }

  /** The model that scores words; `null` for what is not set. */
  scorer(): {
    readonly model: string | null;
    readonly folder: string | null;
    readonly server: string | null;
  } {
    const set = (name: string): string | null =>
      vscode.workspace.getConfiguration(section).get<string>(name)?.trim() || null;
    return { model: set('scorer.model'), folder: set('scorer.folder'), server: set('scorer.server') };
  }

  /** For all workspaces: where a model is, is a matter of the machine. @param change `null` forgets. */
  async setScorer(change: {
    readonly model?: string | null;
    readonly folder?: string | null;
  }): Promise<void> {
    const configuration = vscode.workspace.getConfiguration(section);
    for (const [name, value] of Object.entries(change))
      await configuration.update(`scorer.${name}`, value ?? undefined, vscode.ConfigurationTarget.Global);
  }

  /** The proxy that the editor itself uses by its settings; `null` where they name none. */
  proxy(): string | null {
    return vscode.workspace.getConfiguration('http').get<string>('proxy')?.trim() || null;
  }

  /** Turns a rule off for the folder of a document; what was stated of others stays. */
  turnRuleOff(rule: string, scope: vscode.Uri): Thenable<void> {
    const configuration = vscode.workspace.getConfiguration(section, scope);
    const rules = setHere<Record<string, unknown>>(configuration, 'rules', scope) ?? {};
    return configuration.update('rules', { ...rules, [rule]: 'off' }, target(scope));
  }

  /** What a person has set, defaults left out, so that they do not hide what the folder's own configuration says. */
  overrides(scope: vscode.Uri | undefined): Readonly<Record<string, unknown>> {
    const configuration = vscode.workspace.getConfiguration(section, scope);
    const set = sharedOptions.flatMap((name) => {
      const value = wasSet(configuration, name) ? configuration.get(name) : undefined;
      return value === undefined || value === null || value === '' ? [] : [[name, value] as const];
    });
    // VS Code hands out proxies, which cannot be sent to a thread.
    return JSON.parse(JSON.stringify(Object.fromEntries(set))) as Record<string, unknown>;
  }

  defaultModel(scope: vscode.Uri | undefined): string | null {
    return vscode.workspace.getConfiguration(section, scope).get<string>('defaultModel') || null;
  }

  setDefaultModel(model: string | null): Thenable<void> {
    return vscode.workspace.getConfiguration(section).update('defaultModel', model ?? undefined, target());
  }

  /** @param model `null` forgets what was picked. */
  setPromptModel(prompt: string, model: string | null, scope: vscode.Uri): Thenable<void> {
    const configuration = vscode.workspace.getConfiguration(section, scope);
    const { [prompt]: _, ...others } =
      setHere<Record<string, string>>(configuration, 'promptModels', scope) ?? {};
    const models = model === null ? others : { ...others, [prompt]: model };
    return configuration.update(
      'promptModels',
      Object.keys(models).length ? models : undefined,
      target(scope),
    );
  }

  /** Where the value was set last is where it is changed, so that the change is seen. */
  setShow(show: Show): Thenable<void> {
    const configuration = vscode.workspace.getConfiguration(section);
    const found = configuration.inspect('show');
    const set = found?.workspaceValue === undefined ? vscode.ConfigurationTarget.Global : target();
    return configuration.update('show', show, set);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function wasSet(configuration: vscode.WorkspaceConfiguration, name: string): boolean {
  const found = configuration.inspect(name);
  return [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue].some(
    (value) => value !== undefined,
  );
}

/** What is set at the very place that is written to: what a person has set for all folders stays theirs alone. */
function setHere<T>(
  configuration: vscode.WorkspaceConfiguration,
  name: string,
  scope: vscode.Uri,
): T | undefined {
  const found = configuration.inspect<T>(name);
  const place = target(scope);
  if (place === vscode.ConfigurationTarget.Global) return found?.globalValue;
  return place === vscode.ConfigurationTarget.Workspace ? found?.workspaceValue : found?.workspaceFolderValue;
}

function target(scope?: vscode.Uri): vscode.ConfigurationTarget {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) return vscode.ConfigurationTarget.Global;
  const severalFolders = folders.length > 1 && scope && vscode.workspace.getWorkspaceFolder(scope);
  return severalFolders ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Workspace;
}
