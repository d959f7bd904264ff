from openai import OpenAI


def ask(paths, count_tokens):
    charts = [f"== chart of the harbour ==\n{open(path).read()}" for path in paths]
    if sum(count_tokens(chart) for chart in charts) > 20_000:
        raise ValueError("these charts are too long")
    prompt = f"Which berths do the charts of the harbour show?\n{open(paths[0]).read()}"
    return OpenAI().chat.completions.create(model="gpt-4.1", messages=[{"role": "user", "content": prompt}])
