import datetime
from openai import OpenAI
from handbook import HANDBOOK


def answer(question):
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[
            # finds 1 line below (warning): `datetime.datetime.now()` (clock)
            {"role": "system", "content": f"You are the harbour master. Be short."},
            {"role": "user", "content": HANDBOOK},
            {"role": "user", "content": f"{question}\n\nIt is {datetime.datetime.now()}."},
        ],
    )


def warn(forecast):
    now = datetime.datetime.now()
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[
            # finds 1 line below (warning): `now` (clock)
            {"role": "system", "content": f"You are the harbour master."},
            {"role": "user", "content": HANDBOOK},
            {"role": "user", "content": f"Warn of {forecast}\n\nIt is {now}."},
        ],
    )
