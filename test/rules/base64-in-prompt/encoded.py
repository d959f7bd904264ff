import base64
from openai import OpenAI


def look(photo):
    encoded = base64.b64encode(photo).decode("ascii")
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[
            # finds 1 line below (info): `encoded` is sent as encoded text
            {"role": "user", "content": f"Which ship is on this picture of the harbour? {encoded}"},
        ],
    )


def look_at(photo):
    # finds 1 line below (info): `photo` is sent as encoded text
    text = f"Which ship is on this picture of the harbour? data:image/png;base64,{photo}"
    return OpenAI().chat.completions.create(model="gpt-4.1", messages=[{"role": "user", "content": text}])
