import java.time.Instant;

class Bakery {
  private static final String NAME = "Hearth & Crumb";

  String greetingPrompt(String bread, String customer) {
    return """
        You work at %s. Today is %s.
        Recommend %s to %s, write {braces} as they are. The shop is %s.""".formatted(
        NAME, Instant.now(), bread, customer, System.getenv("SHOP"));
  }

  String tonePrompt(boolean formal) {
    String tone = formal ? "Write formally, please." : "Write like a friend.";
    return "You answer letters. " + tone + " Sign with your name.";
  }
}
