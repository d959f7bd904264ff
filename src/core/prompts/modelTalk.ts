/**
 * What people write to a language model and hardly to anybody else, each sign of another kind: one of them happens in
 * any text, several of them together do not. English only; other languages need a name or a call to be found by.
 */
const kinds: readonly RegExp[] = [
  // who it is
  /\byou(?:'re| are| will be) (?:an?|the|now|going to|given|provided|asked|tasked|required|responsible)\b|\b(?:please )?act as (?:an?|the)\b|\byour (?:task|job|role|goal|purpose|mission|responsibilit(?:y|ies)) (?:is|are)\b/i,
  // that nothing else may come back
  /\b(?:return|respond|reply|answer|output|write|give|provide|produce)\b[^.!?\n]{0,30}\b(?:only|just|nothing|exactly)\b|\bonly\b[^.!?\n]{0,15}\b(?:return|respond|reply|answer|output|provide)\b|\bnothing else\b|\bwithout (?:any )?(?:other|additional|further|extra|explanations?|comments?|preamble|introduction)\b/i,
  // what must not come with it
  /\b(?:do not|don't|never|avoid|no)\b[^.!?\n]{0,60}\b(?:explanations?|commentary|comments?|preamble|introduction|markdown|code (?:block|fence)s?|anything else|additional text|apologi[sz]e|made[- ]up|make up|invent|guess|assum\w+|fabricate|hallucinat\w+)\b/i,
  // the form of what comes back
  /\b(?:respond|reply|answer|output|return|format|write|summari[sz]e)\b[^.\n]{0,60}\b(?:json|markdown|xml|yaml|bullet(?:ed)? (?:points?|list)|the (?:same )?language|(?:one|two|three|\d+) (?:sentences?|words|paragraphs?)|following (?:format|structure|json|schema))\b|\boutput format\b|\bformat (?:your|the) (?:answer|response|output|reply)\b/i,
  // whom it talks with
  /\bthe user(?:'s|’s|s')?\b|\buser(?:'s|’s)? (?:question|query|message|input|request|prompt)\b/i,
  // what is its own
  /\byour (?:response|answer|reply|output|knowledge|training data|reasoning|thoughts?|final answer)\b|\b(?:language model|AI (?:assistant|agent|model)|chatbot|chain of thought|step[- ]by[- ]step|tool calls?)\b/i,
  // a task whose matter follows, or went before
  /(?:^|[.:!?\n][ \t]{0,8}(?:(?:[-*]|\d{1,3}\.)[ \t]{0,4})?)(?:please |now |then |first,? |can you |could you )?(?:analy[sz]e|answer|base|categori[sz]e|classify|combine|compare|complete|compress|convert|correct|create|describe|determine|draft|edit|evaluate|examine|explain|extract|find|fix|generate|identify|improve|list|look at|name|parse|polish|predict|rank|rate|rephrase|review|rewrite|score|select|shorten|simplify|solve|suggest|summari[sz]e|translate|use|write)\b[^.\n]{0,90}\b(?:following|below|above|given|provided|attached|as follows|\{\w*\})/i,
  // orders
  /\byou (?:must|should|shall|may|can|need to|have to|are not)\b|\b(?:IMPORTANT|CRITICAL|REMEMBER|NOTE|RULES?)\b\s*[:!-]|\bNEVER\b|\bALWAYS\b|\bMUST\b|\b(?:make sure|be sure) (?:to|that|you)\b/,
];

/** How many kinds of signs a text has that it speaks to a language model. */
export function signsOfModelTalk(text: string): number {
  return kinds.filter((kind) => kind.test(text)).length;
}
