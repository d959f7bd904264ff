import { words, type OrderWords } from '../lexicon.ts';

/** The verbs of orders, as one says them to a person one knows and to one that one does not. */
export const orders: OrderWords = {
  verbs: words(
    `actúa actúe adapta adapte agrega agregue agrupa agrupe analiza analice anota anote añade añada aplica aplique
    asegúrate asegúrese asigna asigne asume asuma ayuda ayude basa base busca busque calcula calcule cambia cambie cita cite
    clasifica clasifique comienza comience compara compare comprueba compruebe completa complete confirma confirme
    conserva conserve considera considere consulta consulte contesta conteste convierte convierta copia copie corrige
    corrija crea cree cuenta cuente da dé deja deje describe describa despídete despídase determina determine devuelve
    devuelva di diga distingue distinga divide divida elige elija elimina elimine empieza empiece emplea emplee entrega
    entregue enumera enumere envía envíe escribe escriba espera espere estructura estructure evalúa evalúe examina
    examine explica explique expresa exprese extrae extraiga firma firme formatea formatee formula formule genera genere
    guarda guarde habla hable haz haga identifica identifique imagina imagine incluye incluya indica indique informa
    informe inserta inserte interpreta interprete invita invite lee lea limita limite llama llame mantén mantenga marca
    marque menciona mencione muestra muestre nombra nombre ofrece ofrezca ordena ordene organiza organice pide pida
    piensa piense pon ponga pregunta pregunte prepara prepare presenta presente procesa procese propón proponga
    proporciona proporcione prueba pruebe recomienda recomiende recuerda recuerde redacta redacte redondea redondee
    reemplaza reemplace refiere refiera repite repita resalta resalte responde responda resume resuma revisa revise
    saluda salude sé sea selecciona seleccione señala señale separa separe sigue siga sugiere sugiera sustituye sustituya
    termina termine toma tome traduce traduzca trata trate usa use utiliza utilice ve vaya verifica verifique`,
  ),
  endings: [],
  addressed: words('tú tu tus usted vosotros'),
  wishing: [],
  leads: words('además ahora así después entonces finalmente luego primero también y'),
  polite: ['favor'],
  results: words(
    'asunto correo descripción formato frase frases informe lista mensaje oración oraciones párrafo párrafos respuesta respuestas resultado resultados resumen resúmenes salida texto título tono traducción',
  ),
  aspects: words(
    'estilo estructura extensión idioma importante indicaciones instrucción instrucciones longitud misión nota objetivo objetivos pasos público regla reglas requisitos rol tarea tareas',
  ),
  forms: [
    'separado por',
    'separada por',
    'separados por',
    'separadas por',
    'seguido de',
    'seguida de',
    'seguidos de',
    'seguidas de',
    'en forma de',
    'en formato',
    'con el formato',
    'al estilo de',
    'en presente',
    'en pasado',
    'en este orden',
    'en orden alfabético',
    'en orden cronológico',
    'en español',
    'en inglés',
    'en francés',
    'en alemán',
    'en json',
    'en frases completas',
    'paso a paso',
    'palabra por palabra',
    'ordenado por',
    'ordenados por',
    'ordenadas por',
    'como sigue',
  ],
};
