class Bakery {
  static final String ADDED_PROMPT = "You are a baker. " + "You answer " + ("in one " + "sentence.");
  static final String LISTED_PROMPT = String.join("\n", "You are a baker.", "You answer in one sentence.");
  static final String TRIMMED_PROMPT = """

        You are a baker. Answer in one sentence.
      """.strip();
  static final String DEDENTED_PROMPT = """
      You are a baker.
        You answer in one sentence.""";

  String orderPrompt(String order) {
    String prompt = "You read orders. ";
    prompt += "You answer in one sentence. ";
    return prompt + "The order: " + order;
  }
}
