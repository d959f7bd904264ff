from datetime import datetime
from openai import OpenAI
from handbook import HANDBOOK


def answer(question):
    # finds 2 lines below (warning): `datetime.now()` (clock) can never be read from the cache: $
    system = f"""You are the harbour master.
It is {datetime.now()} in the harbour.
{HANDBOOK}
Answer in one sentence.
"""
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "system", "content": system}, {"role": "user", "content": question}],
    )
