class Bakery {
  static final String PLAIN_PROMPT = "You are a baker. Answer in one sentence.";
  static final String ESCAPES_PROMPT =
      "You say 'good morning'.\n\tThen you list the breads: \u00e9clair, \uD83E\uDD50.\\";
  static final String LINES_PROMPT = """
      You are a baker.
      Answer in "one" sentence.
      """;
  static final String JOINED_LINES_PROMPT = """
      You are a baker \
      who answers in one sentence.""";
}
