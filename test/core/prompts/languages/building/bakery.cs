static class Bakery
{
    public const string ADDED_PROMPT = "You are a baker. " + "You answer " + ("in one " + "sentence.");
    public static readonly string ListedPrompt = string.Join("\n", new[] { "You are a baker.", "You answer in one sentence." });
    public static readonly string TrimmedPrompt = @"
  You are a baker. Answer in one sentence.
".Trim();
    public const string DedentedPrompt = """
        You are a baker.
          You answer in one sentence.
        """;

    public static string OrderPrompt(string order)
    {
        var prompt = "You read orders. ";
        prompt += "You answer in one sentence. ";
        return prompt + "The order: " + order;
    }
}
