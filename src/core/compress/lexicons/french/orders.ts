import { words, type OrderWords } from '../lexicon.ts';

/** The verbs of orders as one says them to a person one knows; "répondez" is told by its ending. */
export const orders: OrderWords = {
  verbs: words(
    `adapte aide ajoute analyse annonce appelle applique arrondis assure attends calcule choisis cite classe commence
    compare complète compte confirme conserve considère continue convertis copie corrige crée décris demande détermine
    développe dis distingue donne écris effectue emploie enlève énumère envoie essaie établis évalue examine explique
    exprime extrais fais formate fournis garde génère identifie imagine indique informe insère interprète invite lis liste
    marque mentionne mets montre nomme note numérote offre ordonne organise parle passe pense place pose précise prends
    prépare présente privilégie propose rappelle réagis récapitule recherche recommande rédige reformule regarde regroupe
    relis remercie remplace renvoie réponds reprends résume respecte reste retourne révise salue sélectionne sépare signale
    signe sois souligne suggère suis supprime tiens traduis traite trie trouve utilise va vérifie viens
    ajouter analyser calculer choisir citer classer comparer compléter corriger créer décrire demander donner écrire
    expliquer extraire faire fournir garder identifier indiquer lister mentionner mettre proposer rédiger remplacer
    répondre résumer respecter retourner traduire trouver utiliser vérifier`,
  ),
  endings: ['ez'],
  addressed: words('tu vous ton ta tes votre vos'),
  wishing: words("je j' nous"),
  leads: words("alors aussi d'abord donc enfin ensuite et puis"),
  polite: ['veuillez', 'merci'],
  results: words(
    'description format liste message objet paragraphe paragraphes phrase phrases rapport réponse réponses résultat résultats résumé sortie texte titre ton traduction',
  ),
  aspects: words(
    'consigne consignes contraintes étapes important instruction instructions langue longueur mission objectif objectifs public règle règles remarque rôle structure style tâche tâches',
  ),
  forms: [
    'séparé par',
    'séparée par',
    'séparés par',
    'séparées par',
    'suivi de',
    'suivie de',
    'suivis de',
    'suivies de',
    'précédé de',
    'précédée de',
    'sous forme de',
    'sous la forme de',
    "sous la forme d'",
    "sous forme d'",
    'au format',
    'dans le style de',
    'au présent',
    'au passé',
    'dans cet ordre',
    "dans l'ordre",
    'par ordre alphabétique',
    'en français',
    'en anglais',
    'en allemand',
    'en espagnol',
    'en json',
    'en phrases complètes',
    'étape par étape',
    'mot à mot',
    'trié par',
    'triés par',
    'triées par',
    'comme suit',
  ],
};
