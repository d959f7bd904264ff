import { dataFolder } from '../../../host/dataFolder.ts';
import { Assets } from '../../../host/assets.ts';
import { configurationOf } from '../../../host/workerConfiguration.ts';
import { isFault, type Fault } from '../../fault.ts';
import { Pricing } from '../../pricing.ts';
import { expire } from '../../prune.ts';
import { open, type Store } from '../../store.ts';
import { formats } from '../formats/index.ts';
import { importFile, type Imported } from '../importFile.ts';
import { logFilesAt, type LogFile } from '../logFiles.ts';
import type { ImportSum, ImportTask } from './messages.ts';

/** Takes the calls out of logs, as the command line does. @param onProgress bytes that were read, and of how many. */
export async function runImport(
  { ledger, paths, workspace }: ImportTask,
  env: NodeJS.ProcessEnv,
  onProgress: (done: number, all: number) => void,
): Promise<ImportSum | Fault> {
  const { config } = await configurationOf(workspace);
  const opened = await open(ledger, { keepsTexts: config.ledger.texts });
  if (opened.kind === 'fault') return opened;
  const { store } = opened;
  try {
    const expired = expire(store, config.ledger, Date.now());
    if (isFault(expired)) return expired;
    const pricing = await Pricing.open(config, new Assets(dataFolder(env)));
    return await importAll(store, paths, pricing, onProgress);
  } finally {
    store.close();
  }
}

async function importAll(
  store: Store,
  paths: readonly string[],
  pricing: Pricing,
  onProgress: (done: number, all: number) => void,
): Promise<ImportSum | Fault> {
  const found = paths.map((path) => ({ path, files: logFilesAt(path) }));
  const files = found.flatMap(({ files: some }) => some ?? []);
  const gone = found.filter((one) => one.files === null);
  const all = files.reduce((sum, { size }) => sum + size, 0);
  const imported: Imported[] = [];
  const refused = gone.map(({ path }) => ({ path, why: 'it is not there any more' }));
  let [before, others] = [0, 0];
  for (const file of files) {
    const answer = await importFile(store, file.path, {
      prepare: (call) => pricing.priced(call),
      onProgress: (bytes) => {
        onProgress(before + bytes, all);
        return undefined;
      },
    });
    before += file.size;
    onProgress(before, all);
    if (answer.kind === 'fault') return answer;
    if (answer.kind === 'imported') imported.push(answer);
    else if (isTold(file)) refused.push({ path: file.path, why: answer.why });
    else others++;
  }
  return { ...sumOf(imported), refused, others, aside: store.aside };
}

/** What a person has named is told of; of a folder with other files in it only how many they are. */
function isTold({ isNamed }: LogFile): boolean {
  return isNamed;
}

function sumOf(imported: readonly Imported[]): Omit<ImportSum, 'refused' | 'others' | 'aside'> {
  const sum = (key: 'added' | 'completed' | 'known' | 'malformed') =>
    imported.reduce((all, one) => all + one[key], 0);
  const logs = formats
    .map(({ source, name }) => ({
      source,
      name,
      files: imported.filter(({ format }) => format.source === source).length,
    }))
    .filter(({ files }) => files > 0);
  return {
    ...{ kind: 'sum', logs, added: sum('added'), completed: sum('completed') },
    ...{ known: sum('known'), malformed: sum('malformed') },
  };
}
