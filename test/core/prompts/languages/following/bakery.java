package shop;

import static shop.Texts.FALLBACK;

class Bakery {
  static final String HARBOUR_PROMPT =
      "You are a baker. " + Texts.HOUSE_STYLE + " " + Texts.Places.HARBOUR + " " + Texts.closing() + " " + FALLBACK;
}
