from openai import OpenAI

CHART = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459adbc1b4c900ffe48d575b5da5c638040125f65db0fe3e24494b76ea986457d986084fed08b978af4d7d196a7446a86b58009e636b611db16211b65a9aadff29c5"


def berth(ship):
    # finds 1 line below (warning): a file encoded as text
    prompt = f"You are the office of a harbour. The chart is {CHART}. Find a berth for {ship} on it."
    return OpenAI().chat.completions.create(model="gpt-4.1", messages=[{"role": "user", "content": prompt}])
