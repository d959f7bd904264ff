/** A way to write down variables, by where they are read. */
export interface EnvironmentForm {
  readonly id: 'sh' | 'powershell' | 'dotenv' | 'launch';
  /** For people. */
  readonly name: string;
  text(environment: Readonly<Record<string, string>>): string;
}

/** In the order in which they are offered. The values are addresses of ours, which hold no quote, blank or dollar. */
export const environmentForms = [
  form('sh', 'bash, zsh', (name, value) => `export ${name}='${value}'`),
  form('powershell', 'PowerShell', (name, value) => `$env:${name} = '${value}'`),
  form('dotenv', '.env', (name, value) => `${name}=${value}`),
  {
    id: 'launch',
    name: 'launch.json',
    text: (environment) => `"env": ${JSON.stringify(environment, null, 2)}`,
  },
] as const satisfies readonly EnvironmentForm[];

function form<K extends EnvironmentForm['id']>(
  id: K,
  name: string,
  line: (name: string, value: string) => string,
): EnvironmentForm & { readonly id: K } {
  return {
    ...{ id, name },
    text: (environment) =>
      Object.entries(environment)
        .map(([variable, value]) => line(variable, value))
        .join('\n'),
  };
}
