import orjson
import toml
from openai import OpenAI
from handbook import HANDBOOK


def answer(question, berths):
    system = f"{orjson.dumps(berths).decode()} {toml.dumps(berths)}\n{HANDBOOK}"
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[
            {"role": "system", "content": system},
            {"role": "user", "content": question},
        ],
    )
