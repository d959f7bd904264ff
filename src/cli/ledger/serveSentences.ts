import { environmentForms } from '../../gateway/environmentForms.ts';
import type { Fault } from '../../ledger/fault.ts';
import { sayLedger } from './sentences.ts';

/** What `promptmeter ledger serve` says to a person. */
export const sayServe = {
  started: (port: number, path: string, environment: Readonly<Record<string, string>>) => {
    const shells = environmentForms
      .filter(({ id }) => id !== 'launch')
      .map((form) => `\n${form.name}\n${form.text(environment).replace(/^/gm, '  ')}`);
    return [
      `The gateway listens on 127.0.0.1:${port} and records calls in ${path}. Ctrl-C ends it.`,
      'Keys pass through and are not kept. Set what your application uses, and start it:',
      ...[...shells, ''],
    ].join('\n');
  },
  ending: 'The gateway ends: calls that are under way have two seconds.',
  fault: (fault: Fault) =>
    `promptmeter: calls go on, but cannot be recorded now, and wait: ${sayLedger.fault(fault)}`,
  mistake: (error: unknown) =>
    `promptmeter: a call went through, but could not be recorded, which is a mistake of promptmeter: ${String(error)}`,
  setAside: sayLedger.setAside,
  lost: (calls: number) =>
    `${calls === 1 ? '1 call' : `${calls} calls`} could not be recorded: see what was said about the ledger above`,
  noPort: (port: number, code: string) => {
    if (code === 'EADDRINUSE')
      return `port ${port} is used by another program, perhaps by another gateway: end that, or name another port with --port, such as --port ${port + 1}`;
    return `port ${port} cannot be used (${code}): name another one with --port, such as --port 7717`;
  },
  badPort: (value: string) =>
    `--port ${value} is no port: give a number up to 65535, or 0 for any that is free`,
  badUpstream: (value: string, why: 'form' | 'name' | 'address' | 'secret') => {
    const name = value.split('=')[0] ?? '';
    const problems = {
      form: `--upstream ${name} names no address: write it as NAME=URL, such as local=http://localhost:8000/v1`,
      name: `--upstream ${name}: a name has small letters, digits and "-", such as local=http://localhost:8000/v1`,
      address: `--upstream ${name}: the address must begin with http:// or https://, such as local=http://localhost:8000/v1`,
      secret: `--upstream ${name}: leave keys and what stands behind "?" or "#" out of the address; what the application sends is passed on`,
    };
    return problems[why];
  },
} as const;
