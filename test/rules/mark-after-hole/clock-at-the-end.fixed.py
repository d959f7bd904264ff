from datetime import datetime
from anthropic import Anthropic
from handbook import HANDBOOK


def answer(question):
    system = f"{HANDBOOK}"
    return Anthropic().messages.create(
        model="claude-sonnet-4-5",
        max_tokens=400,
        # finds 1 line below (warning): this cache mark stands after `datetime.now()` (clock)
        system=[{"type": "text", "text": system, "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": f"It is {datetime.now()}"}],
        messages=[{"role": "user", "content": question}],
    )
