from openai import OpenAI
from handbook import HANDBOOK


def answer(question, ships):
    flags = {ship.flag for ship in ships}
    names = [ship.name for ship in ships]
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[
            {"role": "system", "content": f"{', '.join(sorted(flags))} {', '.join(names)}\n{HANDBOOK}"},
            {"role": "user", "content": question},
        ],
    )
