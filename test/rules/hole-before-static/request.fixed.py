import uuid
from anthropic import Anthropic
from handbook import HANDBOOK


def answer(question):
    return Anthropic().messages.create(
        model="claude-sonnet-4-5",
        max_tokens=400,
        system=f"{HANDBOOK}\nCase {uuid.uuid4()}.",  # finds (warning): (random)
        messages=[{"role": "user", "content": question}],
    )
