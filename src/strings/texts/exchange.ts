/** Import and export. */
export const exchangeTexts = {
  ExchangeInto: ['Import into', 'Importar en'],
  ExchangeThisBoard: ['This board', 'Este panel'],
  ExchangeNewBoard: ['A new board', 'Un panel nuevo'],
  ExchangeImportTitle: ['Import metrics', 'Importar métricas'],
  ExchangePaste: [
    'Paste what was exported, or a definition document',
    'Pegue lo exportado, o un documento de definiciones',
  ],
  ExchangeFile: ['Or choose a file:', 'O elija un archivo:'],
  ExchangeFileUnread: [
    'The file {{name}} cannot be read: {{problem}}',
    'No se puede leer el archivo {{name}}: {{problem}}',
  ],
  ExchangeNotJson: [
    'This is not valid JSON. Line {{line}}, column {{column}}: {{fault}}',
    'Esto no es JSON válido. Línea {{line}}, columna {{column}}: {{fault}}',
  ],
  ExchangeFaultEnded: [
    'it ends too early. Copy all of it, to the last bracket.',
    'termina demasiado pronto. Cópielo todo, hasta el último corchete.',
  ],
  ExchangeFaultExtraComma: [
    'remove the extra comma before the bracket.',
    'quite la coma que sobra antes del corchete.',
  ],
  ExchangeFaultMissingComma: [
    'a comma or a closing bracket is missing before this.',
    'falta una coma o un corchete de cierre antes de esto.',
  ],
  ExchangeFaultQuotes: [
    'names and texts need straight double quotes, as in "label".',
    'los nombres y textos van entre comillas dobles rectas, como "label".',
  ],
  ExchangeFaultColon: ['a colon is missing after the name.', 'faltan dos puntos después del nombre.'],
  ExchangeFaultComment: ['JSON has no comments. Remove it.', 'JSON no admite comentarios. Quítelo.'],
  ExchangeFaultMore: [
    'there is more text after the last bracket. Remove it.',
    'hay algo después del último corchete. Quítelo.',
  ],
  ExchangeFaultTwice: [
    'this name appears twice in the same object, and only the last one counts. Rename one of them.',
    'este nombre aparece dos veces en el mismo objeto y solo contaría el último. Dé otro nombre a uno de ellos.',
  ],
  ExchangeFaultLineBreak: [
    'this text contains a line break or a tab. Write \\n or \\t in its place.',
    'este texto contiene un salto de línea o una tabulación. Escriba \\n o \\t en su lugar.',
  ],
  ExchangeFaultOther: [
    'unexpected text. Remove it, or copy everything again.',
    'texto inesperado. Quítelo, o cópielo todo de nuevo.',
  ],
  ExchangeFaultBefore: [
    'there is text before the first bracket. Remove it.',
    'hay algo antes del primer corchete. Quítelo.',
  ],
  ExchangeEmpty: [
    'Nothing to import. Copy a tile or an export, and paste again.',
    'Nada que importar. Copie una tarjeta o una exportación y pegue de nuevo.',
  ],
  ExchangeFileEmpty: [
    'The file {{name}} is empty. Export the metrics again, and choose the new file.',
    'El archivo {{name}} está vacío. Exporte las métricas otra vez y elija el archivo nuevo.',
  ],
  PasteNothing: ['Nothing pasted. {{problem}}', 'No se ha pegado nada. {{problem}}'],
  PasteLeftOut_one: [
    '{{count}} tile not pasted: {{labels}}. {{problem}}',
    '{{count}} tarjeta no se ha pegado: {{labels}}. {{problem}}',
  ],
  PasteLeftOut_other: [
    '{{count}} tiles not pasted: {{labels}}. {{problem}}',
    '{{count}} tarjetas no se han pegado: {{labels}}. {{problem}}',
  ],
  ExchangeNotMetrics: [
    'This is JSON, but there are no metrics in it. Paste what was exported here, or the document dashboard-definitions.',
    'Esto es JSON, pero no contiene métricas. Pegue lo que se exportó aquí, o el documento dashboard-definitions.',
  ],
  ExchangeTooNew: [
    'This was exported by a later version of the dashboard (format {{version}}). Update this one first.',
    'Esto se exportó con una versión posterior del panel (formato {{version}}). Actualice este primero.',
  ],
  ExchangeSummary: [
    '{{added}} added, {{replaced}} replaced, {{skipped}} skipped. Nothing is done yet.',
    '{{added}} agregadas, {{replaced}} reemplazadas, {{skipped}} omitidas. Todavía no se ha hecho nada.',
  ],
  ExchangeShowAll_one: ['Show the {{count}} metric', 'Mostrar la {{count}} métrica'],
  ExchangeShowAll_other: ['Show all {{count}} metrics', 'Mostrar las {{count}} métricas'],
  ExchangeMetric: ['Metric', 'Métrica'],
  ExchangeAction: ['Does', 'Qué hace'],
  ExchangeActionFor: ['What to do with {{label}}', 'Qué hacer con {{label}}'],
  ExchangeHere: ['Shows here', 'Muestra aquí'],
  ExchangeNotes: ['To know', 'Hay que saber'],
  ExchangeAdd: ['Add', 'Añadir'],
  ExchangeReplace: ['Replace the one here', 'Reemplazar la de aquí'],
  ExchangeRename: ['Add beside the one here', 'Añadir junto a la de aquí'],
  ExchangeSkip: ['Skip', 'Omitir'],
  ExchangeSame: ['Skip: is here already, the same', 'Omitir: ya está aquí, igual'],
  ExchangeInvalid: ['Skip: is no metric', 'Omitir: no es una métrica'],
  ExchangeByHand: [
    'Its formula is written for another shape of the data and has to be rewritten by hand; imported as it is, it shows an error.',
    'Su fórmula está escrita para otra forma de los datos y hay que reescribirla a mano; si se importa así, muestra un error.',
  ],
  ExchangeNoQueue: ['There is no queue “{{name}}” here.', 'Aquí no hay ninguna cola «{{name}}».'],
  ExchangeNoActivity: ['There is no activity “{{name}}” here.', 'Aquí no hay ninguna actividad «{{name}}».'],
  ExchangeNoVariable: [
    'This board has no choice called “{{name}}”.',
    'Este panel no tiene ninguna opción llamada «{{name}}».',
  ],
  ExchangeNoName: ['Nothing here is called “{{name}}”.', 'Aquí nada se llama «{{name}}».'],
  ExchangeNoSeconds: [
    'Waits are not counted at {{name}} seconds here.',
    'Aquí no se cuentan las esperas a los {{name}} segundos.',
  ],
  ExchangeWhyActivity: [
    'activity(…) is shorter and says which activities there are when this one is missing',
    'activity(…) es más corta y dice qué actividades hay cuando falta esta',
  ],
  ExchangeWhyAllBut: [
    'adding up all other activities works where there is no such activity, too',
    'sumar todas las demás actividades funciona también donde no existe esa',
  ],
  ExchangeWhyQueue: [
    'queue(…) is shorter and says which queues there are when this one is missing',
    'queue(…) es más corta y dice qué colas hay cuando falta esta',
  ],
  ExchangeWhyLater: [
    'it was written for another shape of the data, and is put into this one',
    'estaba escrita para otra forma de los datos, y se pone en esta',
  ],
  ExchangeStyleNamed: [
    '{{field}}: its colours are those of the style {{name}}, which has its name now.',
    '{{field}}: sus colores son los del estilo {{name}}, y ahora lleva su nombre.',
  ],
  ExchangeTransparent: [
    '{{field}}: “transparent” is no colour of Paste; no background means the same.',
    '{{field}}: «transparent» no es un color de Paste; sin fondo significa lo mismo.',
  ],
  ExchangeFormat: [
    'The format “{{format}}” does not exist; the value is shown as it is.',
    'El formato «{{format}}» no existe; el valor se muestra tal cual.',
  ],
  ExchangeLabelDiffers: [
    'Is called “{{label}}” but was kept as “{{key}}”. Check the label.',
    'Se llama «{{label}}» pero se guardó como «{{key}}». Revise la etiqueta.',
  ],
  ExchangeSeconds: [
    'Shows seconds as a plain number. Choose a time format, or check the formula.',
    'Muestra segundos como un número sin formato. Elija un formato de tiempo o revise la fórmula.',
  ],
  ExchangeSettings: [
    'Import board settings too: {{names}}',
    'Importar también los ajustes del panel: {{names}}',
  ],
  ExchangeLayout: ['tile positions', 'posiciones de las tarjetas'],
  ExchangeSizes: ['Documents after the import', 'Documentos después de importar'],
  ExchangeSize: ['{{name}}: {{bytes}} of {{most}} bytes', '{{name}}: {{bytes}} de {{most}} bytes'],
  ExchangeTooLarge: [
    '{{name}}: {{over}} bytes too large. Leave out some metrics.',
    '{{name}}: sobran {{over}} bytes. Quite algunas métricas.',
  ],
  ExchangeImport: ['Import', 'Importar'],
  ExchangeImportCount_one: ['Import {{count}} metric', 'Importar {{count}} métrica'],
  ExchangeImportCount_other: ['Import {{count}} metrics', 'Importar {{count}} métricas'],
  ExchangeUndoHint: [
    'You can undo the import. Nothing is saved until you press Save.',
    'La importación se puede deshacer. Nada se guarda hasta que pulse Guardar.',
  ],
  ExchangeExportTitle: ['Export metrics', 'Exportar métricas'],
  ExchangeWhat: ['What', 'Qué'],
  ExchangeBoard: ['The whole board, with its settings', 'Todo el panel, con sus ajustes'],
  ExchangeSection: ['Section {{section}}', 'Sección {{section}}'],
  ExchangeText: ['As text', 'Como texto'],
  ExchangeCopy: ['Copy', 'Copiar'],
  ExchangeDownload: ['Download as a file', 'Descargar como archivo'],
  ExchangeCopied: ['Copied.', 'Copiado.'],
  ExchangeNotCopied: [
    'The browser does not allow it. The text is selected: press Ctrl+C.',
    'El navegador no lo permite. El texto está seleccionado: pulse Ctrl+C.',
  ],
} as const;
