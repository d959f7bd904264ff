from anthropic import Anthropic

KEPT = {"type": "ephemeral"}


def answer(question):
    return Anthropic().messages.create(
        model="claude-sonnet-4-5",
        max_tokens=400,
        system=[
            {"type": "text", "text": "You are the harbour master.", "cache_control": KEPT},
            {"type": "text", "text": "Ships tell their length.", "cache_control": KEPT},
            {"type": "text", "text": "Ships tell their cargo.", "cache_control": KEPT},
        ],
        messages=[{"role": "user", "content": [{"type": "text", "text": question, "cache_control": KEPT}]}],
    )
