from openai import OpenAI
from handbook import HANDBOOK

# finds 1 line below (warning): tokens more than the budget of ** allows
SYSTEM_PROMPT = "You are the harbour master, and you answer the questions of captains, pilots and crews in one sentence."


def answer(question):
    # finds 1 line below (warning): $0.003 per call more than the budget of ** allows
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[
            {"role": "system", "content": HANDBOOK},
            {"role": "user", "content": question},
        ],
    )


def greet(question):
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "system", "content": "Greet the crew."}, {"role": "user", "content": question}],
    )
