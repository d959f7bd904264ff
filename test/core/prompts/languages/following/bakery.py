from . import texts
from .texts import HOUSE_STYLE as style, closing
from .texts import default as fallback

HARBOUR_PROMPT = f"You are a baker. {style} {texts.places['harbour']} {closing()} {fallback}"
