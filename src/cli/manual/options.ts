// Options that several commands have.

export const format = { name: 'format', value: 'NAME', text: 'terminal (the default), json or markdown' };

export const reportFormat = {
  name: 'format',
  value: 'NAME',
  text: 'terminal (the default), json, markdown, csv, sarif, github, gitlab or junit',
};

export const noIgnore = {
  name: 'no-ignore',
  text: 'read also what .gitignore, "exclude" and the folders ignored by default leave out',
};

export const measured = [
  {
    name: 'measured',
    text: 'take calls a month, length of answers and cache hits from the ledger, where nobody states them',
  },
  { name: 'ledger', value: 'FILE', text: 'the same from another ledger than that of this repository' },
];

export const noCache = {
  name: 'no-cache',
  text: 'read every file, and keep nothing of it for the next run; the answer is the same',
};

export const providerFlags = [
  {
    name: 'provider',
    value: 'NAME',
    text: 'ask anthropic, openai or gemini, which is sent the text',
  },
  { name: 'base-url', value: 'URL', text: 'where to ask it; else its own variable in the environment' },
];
