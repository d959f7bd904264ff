HOUSE_STYLE = "You write short sentences."
places = {"harbour": "You sell at the harbour.", "market": "You sell at the market."}


def closing() -> str:
    return "You never promise a time."


default = "You are the default baker of the house."
