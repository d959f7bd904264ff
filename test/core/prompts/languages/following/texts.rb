HOUSE_STYLE = 'You write short sentences.'
PLACES = { harbour: 'You sell at the harbour.', market: 'You sell at the market.' }.freeze

def closing
  'You never promise a time.'
end

FALLBACK = 'You are the default baker of the house.'
