from anthropic import Anthropic
from handbook import HANDBOOK

KEPT = {"type": "ephemeral"}


def answer(history, question):
    return Anthropic().messages.create(
        model="claude-sonnet-4-5",
        max_tokens=400,
        system=[{"type": "text", "text": HANDBOOK, "cache_control": KEPT}],
        messages=[
            *history,
            {"role": "user", "content": [{"type": "text", "text": question, "cache_control": KEPT}]},
        ],
    )
