from openai import OpenAI
from handbook import HANDBOOK

client = OpenAI()


def answer(question):
    system = f"You answer captains.\n{HANDBOOK}"
    return client.chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "system", "content": system}, {"role": "user", "content": question}],
    )


def warn(forecast):
    system = f"You warn of storms.\n{HANDBOOK}"  # finds (info): as harbour.py#answer.system behind another beginning
    return client.chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "system", "content": system}, {"role": "user", "content": forecast}],
    )


def other_model(forecast):
    system = f"You warn of fog.\n{HANDBOOK}"
    return client.chat.completions.create(
        model="gpt-4.1-mini",
        messages=[{"role": "system", "content": system}, {"role": "user", "content": forecast}],
    )
