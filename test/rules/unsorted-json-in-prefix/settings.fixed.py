import json
from anthropic import Anthropic
from handbook import HANDBOOK


def answer(question, berths):
    system = f"Berths: {json.dumps(berths, indent=2, sort_keys=True)}\n{HANDBOOK}"  # finds (info): sort them, or
    return Anthropic().messages.create(
        model="claude-sonnet-4-5",
        max_tokens=400,
        system=system,
        messages=[{"role": "user", "content": question}],
    )
