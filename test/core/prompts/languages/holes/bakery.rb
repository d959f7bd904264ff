NAME = 'Hearth & Crumb'

def greeting_prompt(bread, customer)
  <<~PROMPT.chomp
    You work at #{NAME}. Today is #{Time.now.iso8601}.
    Recommend #{bread} to #{customer}, write {braces} as they are. The shop is #{ENV['SHOP']}.
  PROMPT
end

def tone_prompt(formal)
  tone = formal ? 'Write formally, please.' : 'Write like a friend.'
  "You answer letters. #{tone} Sign with your name."
end
