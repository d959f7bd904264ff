from inspect import cleandoc

ADDED_PROMPT = "You are a baker. " + "You answer " + ("in one " "sentence.")
LISTED_PROMPT = "\n".join(["You are a baker.", "You answer in one sentence."])
TRIMMED_PROMPT = """
  You are a baker. Answer in one sentence.
""".strip()
DEDENTED_PROMPT = cleandoc("""
  You are a baker.
    You answer in one sentence.
""")


def order_prompt(order: str) -> str:
    prompt = "You read orders. "
    prompt += "You answer in one sentence. "
    return prompt + "The order: " + order
