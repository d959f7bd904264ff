import OpenAI from 'openai';

export async function letter(ship: string) {
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      {
        role: 'system',
        // finds 1 line below (warning): a file encoded as text
        content: `You write letters for a harbour. The logo is data:image/png;base64,bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB1L9RIvNEVUxTveLruM0rfj0WAK1jHDhaXXzOI8d4VFmtvBtMkA/+SNV1tdpcY4BAEl9l2w/j4kSUt26phkV9mGCE/tCLl4r019GWp0RqhrWACeY2thHbFiEbZamq3/KcXlLZxQjFAjRzRNjAetkcvWBor8df9ikvBioJyjgcieced7mprp4wsNvbb1EKJk753ngVAde2uSronrBZxat0PbZ1humPrSfaC5lovAOaHvNMk5ubjlI6i++J1HhgjF7PbKNYdY9tJ+bPRScpN5d6dI/Yg5HbZ5ztp9x78fAF7oeb7q13mUz1czQewXtYu/frNNJxHJk8HZdrEosxiNwYKa and stands on top.`,
      },
      { role: 'user', content: ship },
    ],
  });
}
