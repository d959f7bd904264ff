// Makes the bundles and the data beside them, all in dist/.
import { cpSync, mkdirSync } from 'node:fs';
import { build } from 'esbuild';

const common = { bundle: true, platform: 'node', target: 'node20', sourcemap: false, minify: true, logLevel: 'warning', legalComments: 'none' };
mkdirSync('dist', { recursive: true });
