require_relative 'texts'

HARBOUR_PROMPT = "You are a baker. #{HOUSE_STYLE} #{PLACES[:harbour]} #{closing()} #{FALLBACK}"
