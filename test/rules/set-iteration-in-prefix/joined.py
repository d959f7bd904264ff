from openai import OpenAI
from handbook import HANDBOOK


def answer(question, ships):
    flags = {ship.flag for ship in ships}
    listed = "\n".join(flags)  # finds (warning): `flags` comes in another order in every process
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[
            {"role": "system", "content": f"Flags:\n{listed}\n{HANDBOOK}"},
            {"role": "user", "content": question},
        ],
    )
