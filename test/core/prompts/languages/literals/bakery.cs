static class Bakery
{
    public const string PLAIN_PROMPT = "You are a baker. Answer in one sentence.";
    public const string ESCAPES_PROMPT =
        "You say \'good morning\'.\n\tThen you list the breads: \u00e9clair, \U0001F950.\\";
    public const string LINES_PROMPT = """
        You are a baker.
        Answer in "one" sentence.

        """;
    public const string JOINED_LINES_PROMPT = "You are a baker "
        + "who answers in one sentence.";
}
