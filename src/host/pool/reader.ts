// The bundle of a reading thread: it is there before anything is loaded that is compiled for long.
import { keepCompiled } from '../cache/compiled.ts';

keepCompiled(import.meta.url, process.env);
await import('./readTasks.ts');
