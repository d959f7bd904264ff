import { words, type OrderWords } from '../lexicon.ts';

/** The verbs of orders as one says them to a person one knows; "antworten Sie" is told by its pronoun. */
export const orders: OrderWords = {
  verbs: words(
    `achte analysiere antworte arbeite ändere ordne prüfe überprüfe übersetze übernimm ergänze erzeuge erkläre erstelle
    erwähne extrahiere erfasse ermittle fasse finde formatiere formuliere frage frag fülle füge gib gliedere handle halte
    hilf hole höre kennzeichne klassifiziere korrigiere kürze lass lege leite lies liste mach mache markiere melde nenne
    nimm nutze ordne passe plane präsentiere rechne reagiere sag sage sammle schätze schau schlage schließe schreib
    schreibe sei setze sortiere sprich stelle suche such teile trage trenne triff tu unterscheide unterteile unterschreibe
    verbessere verfasse vergleiche verhalte verwende versuche verweise wähle wandle warte weise wende wiederhole zähle
    zeig zeige zerlege zitiere bedanke befolge beachte beantworte beende beginne begrüße begründe benenne benutze
    berechne berichte berücksichtige beschränke beschreibe bestimme bestätige betone bewerte bezeichne biete bitte bleib
    bleibe denk denke empfiehl entferne entnimm entscheide behalte behandle belege beziehe bringe`,
  ),
  endings: [],
  addressed: words('du dein deine deinen deinem deiner sie ihr ihre ihren'),
  wishing: words('ich wir'),
  leads: words('also anschließend auch außerdem danach dann dabei jetzt nun schließlich und zudem zunächst'),
  polite: ['bitte'],
  results: words(
    `absatz absätze antwort antworten ausgabe beschreibung bericht betreff ergebnis ergebnisse e-mail format liste mail
    nachricht satz sätze text texte titel ton überschrift übersetzung zusammenfassung`,
  ),
  aspects: words(
    'anforderungen anweisung anweisungen aufgabe aufgaben hinweis hinweise länge regel regeln richtlinien rolle schritte sprache stil struktur vorgaben wichtig ziel ziele zielgruppe',
  ),
  forms: [
    'getrennt durch',
    'durch komma getrennt',
    'durch kommas getrennt',
    'durch kommata getrennt',
    'durch ein komma getrennt',
    'gefolgt von',
    'in form von',
    'in form einer',
    'in form eines',
    'im format',
    'im stil',
    'im präsens',
    'im präteritum',
    'im perfekt',
    'in dieser form',
    'in dieser reihenfolge',
    'in der reihenfolge',
    'in alphabetischer reihenfolge',
    'in ganzen sätzen',
    'in vollständigen sätzen',
    'in stichpunkten',
    'in einfacher sprache',
    'auf deutsch',
    'auf englisch',
    'auf französisch',
    'auf spanisch',
    'als json',
    'als liste',
    'als tabelle',
    'schritt für schritt',
    'wort für wort',
    'wie folgt',
    'sortiert nach',
    'geordnet nach',
  ],
};
