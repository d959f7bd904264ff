import { bytesOf, type ScoringModel } from '../host/models/manifest.ts';
import type { Remedies } from '../host/models/remedies.ts';
import type { ModelState } from '../host/models/modelStore.ts';

/** What the editor says of the models that score words. Text only. */
export const sayOfScorers = {
  title: 'Models of LLMLingua-2 (experimental)',
  pick: 'The model that scores words. One that is not here is fetched after you have been asked.',
  states: { absent: 'not here', begun: 'begun', here: 'here' },
  inUse: 'in use',
  damaged: (file: string) => `damaged: ${file} is not as it came`,
  ownFolder: 'Use a folder of your own…',
  ownFolderText: 'It holds an ONNX file, such as onnx/model.onnx, and tokenizer.json',
  forgetFolder: (folder: string) => `Do not use ${folder} any more`,
  useFolder: 'Use This Folder',
  remove: 'Remove',
  removeQuestion: (id: string, megabytes: string) => `Remove ${id}? That frees ${megabytes}.`,
  removed: (id: string) => `${id} was removed.`,
  inUseNow: (id: string) => `${id} scores words from now on.`,

  fetch: 'Fetch',
  consent: (id: string, size: string) => `Fetch ${id}, ${size}?`,
  fetchAgain: (id: string, file: string) => `${file} of ${id} is not as it came. Fetch it again?`,
  goOn: (id: string) => `Go on fetching ${id}?`,
  consentDetail: (model: ScoringModel, server: string, folder: string) =>
    [
      model.summary,
      '',
      `From: ${server}/${model.repository}`,
      `Revision: ${model.revision}`,
      `Size: ${megabytes(bytesOf(model))}`,
      `Licence: ${model.licence}`,
      `Place: ${folder}`,
      `Checked: ${checked(model)}`,
      '',
      'Your prompts stay on this machine: the model runs here. It was trained on the minutes of meetings, and what instructions lose by it nobody has measured.',
    ].join('\n'),
  fetching: (id: string) => `Fetching ${id}`,
  fetchedSoFar: (done: number, total: number) => `${megabytes(done)} of ${megabytes(total)}`,
  fetched: (id: string) => `${id} is here now.`,
  trusted: (paths: readonly string[]) =>
    `Nobody publishes a checksum of ${paths.join(', ')}: what came is remembered, and nothing else will be taken for it.`,
  notFetched: (id: string, why: string) => `${id} was not fetched: ${why}.`,
  remedies: {
    again: 'choose the model again to go on from there',
    otherMirror: 'name a mirror in the setting promptmeter.scorer.server',
    byHand: 'name its folder under "PromptMeter: Manage Compression Models"',
    otherFolder:
      'fetch a model by hand, and name its folder under "PromptMeter: Manage Compression Models", or start the editor with another folder in PROMPTMETER_DATA',
    ownChecksum:
      'fetch it on the command line, with the sum that they state: promptmeter scorers fetch --sha256',
    proxy: 'the setting http.proxy',
  } satisfies Remedies,
  noDataFolder:
    'There is no folder for models: the environment names no home. Name one in PROMPTMETER_DATA, or a folder with a model in the setting promptmeter.scorer.folder.',
  badServer: (address: string) =>
    `"${address}" is no address of a server: write https://… into the setting promptmeter.scorer.server, without a name or password.`,
  badFolder: (folder: string) =>
    `"${folder}" is no absolute path: write one into the setting promptmeter.scorer.folder.`,
} as const;

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

/** A state in a few words. */
export function stateWords(state: ModelState): string {
  return state.kind === 'damaged' ? sayOfScorers.damaged(state.file) : sayOfScorers.states[state.kind];
}

function checked({ files }: ScoringModel): string {
  const known = files.filter(({ sha256 }) => sha256 !== null).length;
  return known === files.length
    ? 'every file against its published SHA-256'
    : `${known} of ${files.length} files against their published SHA-256; nobody publishes the others', which are trusted as they come the first time`;
}
