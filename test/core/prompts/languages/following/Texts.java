package shop;

final class Texts {
  static final String HOUSE_STYLE = "You write short sentences.";
  static final String FALLBACK = "You are the default baker of the house.";

  static final class Places {
    static final String HARBOUR = "You sell at the harbour.";
    static final String MARKET = "You sell at the market.";
  }

  static String closing() {
    return "You never promise a time.";
  }
}
