/** What is wrong with what is saved or typed, and with a value. */
export const problemsTexts = {
  ProblemInDefinition: ['In "{{key}}", {{problem}}', 'En "{{key}}": {{problem}}'],
  ProblemNoMetric: [
    '"{{key}}" has no "metric" object. A definition looks like {{shape}}.',
    '"{{key}}" no tiene un objeto "metric". Una definición tiene esta forma: {{shape}}.',
  ],
  ProblemMetricDeleted: [
    'The metric "{{key}}" was deleted. Restore an earlier version, or delete this tile.',
    'Se eliminó la métrica "{{key}}". Restaure una versión anterior o elimine esta tarjeta.',
  ],
  ProblemFormulaMissing: ['"formula" is missing.', 'falta "formula".'],
  ProblemField: ['"{{field}}" {{demand}}; it is {{found}}.', '"{{field}}" {{demand}}; es {{found}}.'],
  MustBeText: ['must be text', 'debe ser texto'],
  MustBeName: ['must be text that is not empty', 'debe ser texto y no estar vacío'],
  MustBeFlag: ['must be true or false', 'debe ser true o false'],
  MustBeNumber: ['must be a number', 'debe ser un número'],
  MustBeNumberFrom0: ['must be a number, 0 or more', 'debe ser un número, 0 o más'],
  MustBeNumberAbove0: ['must be a number above 0', 'debe ser un número mayor que 0'],
  MustBeNumberOrText: ['must be a number or text', 'debe ser un número o texto'],
  MustBeWholeNumber: [
    'must be a whole number from {{from}} to {{to}}',
    'debe ser un número entero de {{from}} a {{to}}',
  ],
  MustBeOneOf: ['must be one of {{choices}}', 'debe ser uno de estos: {{choices}}'],
  MustBeNames: ['must be a list of names', 'debe ser una lista de nombres'],
  MustBeTimeOfDay: [
    'must be a time of day from "00:00" to "23:59"',
    'debe ser una hora entre "00:00" y "23:59"',
  ],
  MustBeNumberOrBand: [
    'must be a number, or two in ascending order',
    'debe ser un número, o dos en orden ascendente',
  ],
  MustBeAboveFrom: ['must be greater than "from"', 'debe ser mayor que "from"'],
  MustBeStyle: [
    'must be the name of a style or an object of colours',
    'debe ser el nombre de un estilo o un objeto con colores',
  ],
  MustBeColourNames: ['must name colours by text', 'debe nombrar los colores con texto'],
  ProblemThresholdNoNumber: [
    '"{{field}}" must be a number, as the format "{{format}}" shows no text; it is {{found}}.',
    '"{{field}}" debe ser un número, porque el formato "{{format}}" no muestra texto; es {{found}}.',
  ],
  ProblemThresholdUnclear: [
    '"{{field}}" is {{found}}, and the value is a number. Write a plain number, such as 5.5, without a unit or separators.',
    '"{{field}}" es {{found}}, y el valor es un número. Escribe solo un número, como 5.5, sin unidad ni separadores.',
  ],
  ProblemSampleFormulaMissing: [
    '"minimumSample" needs "sampleFormula", which says how large the sample is.',
    '"minimumSample" necesita "sampleFormula", que dice de qué tamaño es la muestra.',
  ],
  ProblemMinimumSampleMissing: [
    '"sampleFormula" needs "minimumSample", which says how large the sample has to be.',
    '"sampleFormula" necesita "minimumSample", que dice qué tamaño debe tener la muestra.',
  ],
  ProblemSettingsNoObject: [
    'The board settings must be an object; they are {{found}}.',
    'La configuración del panel debe ser un objeto; es {{found}}.',
  ],
  ProblemTooManyDocuments: [
    '"definitionDocuments" names {{documents}} documents; the first {{most}} are read.',
    '"definitionDocuments" nombra {{documents}} documentos; se leen los primeros {{most}}.',
  ],
  ProblemList: [
    'The formula gives a list; a tile shows one value, such as its .length.',
    'La fórmula da una lista; una tarjeta muestra un solo valor, por ejemplo su .length.',
  ],
  ProblemObject: [
    'The formula gives an object; a tile shows one value of it.',
    'La fórmula da un objeto; una tarjeta muestra un solo valor de él.',
  ],
  ProblemNoParts: [
    'A breakdown needs named counts, such as { Lunch: 12, Free: 2 }; the formula gives {{found}}.',
    'Un desglose necesita recuentos con nombre, por ejemplo { Lunch: 12, Free: 2 }; la fórmula da {{found}}.',
  ],
  ProblemPartNoCount: [
    'Each part needs a label and a count of 0 or more; the formula gives {{found}}. A list holds { label, count }.',
    'Cada parte necesita una etiqueta y un recuento de 0 o más; la fórmula da {{found}}. Una lista contiene { label, count }.',
  ],
  ProblemUnknownVisual: [
    'This version has no visual "{{visual}}"; it has {{visuals}}. Choose one of these, or update the dashboard.',
    'Esta versión no tiene la vista "{{visual}}"; tiene {{visuals}}. Elija una de ellas o actualice el panel.',
  ],
  ProblemVisualFieldMissing: [
    'A tile of the kind "{{visual}}" needs "{{field}}". Add it to the board.',
    'Una tarjeta del tipo "{{visual}}" necesita "{{field}}". Añádalo al panel.',
  ],
  ProblemGaugeNeedsNumber: [
    'A gauge needs a number; the metric gives {{found}}.',
    'Un indicador necesita un número; la métrica da {{found}}.',
  ],
  ProblemInSample: ['In the sample formula: {{problem}}', 'En la fórmula de la muestra: {{problem}}'],
  ProblemSampleNoNumber: [
    'The sample formula must give a number; it gives {{found}}.',
    'La fórmula de la muestra debe dar un número; da {{found}}.',
  ],
  ProblemUnknownFormat: [
    'There is no format "{{format}}". The formats are {{formats}} and {{last}}.',
    'No existe el formato "{{format}}". Los formatos son {{formats}} y {{last}}.',
  ],
  SourceNoPermission: [
    'Twilio does not let this user query them. Ask an administrator to check the Flex role.',
    'Twilio no permite a este usuario consultarlos. Pida a un administrador que revise su rol de Flex.',
  ],
  SourceThrottled: [
    'Twilio limits how often this user may ask, and the limit is reached.',
    'Twilio limita la frecuencia de las consultas de este usuario y se alcanzó el límite.',
  ],
  SourceNoClient: [
    'Flex has no connection for live queries. Reload Flex if this lasts.',
    'Flex no tiene conexión para consultas en vivo. Recargue Flex si esto continúa.',
  ],
  ProblemSourceFailed: [
    'The formula reads {{source}}, which could not be loaded: {{problem}} Retrying every few seconds.',
    'La fórmula lee {{source}}, que no se pudo cargar: {{problem}} Se vuelve a intentar cada pocos segundos.',
  ],
  ProblemNotFinite: [
    'The formula gives {{found}}, which is no number to show. Does it divide by zero?',
    'La fórmula da {{found}}, que no es un número que se pueda mostrar. ¿Divide por cero?',
  ],
  ProblemFormatNeedsNumber: [
    'The format "{{format}}" needs a number; the formula gives {{found}}.',
    'El formato "{{format}}" necesita un número; la fórmula da {{found}}.',
  ],
  ProblemFormatNeedsTime: [
    'The format "time" needs milliseconds since 1970 or a text such as "2026-11-22T06:00:00Z"; the formula gives {{found}}.',
    'El formato "time" necesita milisegundos desde 1970 o un texto como "2026-11-22T06:00:00Z"; la fórmula da {{found}}.',
  ],
  ProblemNoTimeZone: [
    'The format "time" needs the time zone of the data; data.day.time_zone is missing.',
    'El formato "time" necesita la zona horaria de los datos; falta data.day.time_zone.',
  ],
  ProblemUnknownTimeZone: [
    'The format "time" needs the time zone of the data; data.day.time_zone is "{{timeZone}}", which this browser does not know.',
    'El formato "time" necesita la zona horaria de los datos; data.day.time_zone es "{{timeZone}}", que este navegador no conoce.',
  ],
  ProblemUnknownStyle: [
    'There is no style "{{name}}". The styles are {{styles}}.',
    'No existe el estilo "{{name}}". Los estilos son {{styles}}.',
  ],
  ProblemUnknownColour: [
    '{{field}} "{{name}}" is not a colour token of Paste, such as colorTextError.',
    '{{field}} "{{name}}" no es un color de Paste, como colorTextError.',
  ],
  ProblemLowContrast: [
    '{{field}} {{name}} on backgroundColour {{ground}} has a contrast of {{contrast}}:1; it takes {{needed}}:1 to be read well.',
    '{{field}} {{name}} sobre backgroundColour {{ground}} tiene un contraste de {{contrast}}:1; hace falta {{needed}}:1 para leerlo bien.',
  ],
  ProblemLowContrastOnTile: [
    '{{field}} {{name}} on the tile’s own background has a contrast of {{contrast}}:1; it takes {{needed}}:1 to be read well.',
    '{{field}} {{name}} sobre el fondo propio de la tarjeta tiene un contraste de {{contrast}}:1; hace falta {{needed}}:1 para leerlo bien.',
  ],
  ProblemNoRows: [
    'A table needs a list, such as data.queues; the formula gives {{found}}. To turn an object into a list, write Object.values(...).',
    'Una tabla necesita una lista, como data.queues; la fórmula da {{found}}. Para convertir un objeto en lista, escriba Object.values(...).',
  ],
  ProblemTooManyRows: [
    'The formula gives {{rows}} rows; a table shows up to {{most}}. Use .filter(...) or .slice(0, {{most}}).',
    'La fórmula da {{rows}} filas; una tabla muestra hasta {{most}}. Use .filter(...) o .slice(0, {{most}}).',
  ],
  ProblemRowWithoutName: [
    'A row has no name: {{found}}. Add "rowKey", a formula that names each row, such as row.sid.',
    'Una fila no tiene nombre: {{found}}. Añada "rowKey", una fórmula que nombre cada fila, como row.sid.',
  ],
  ProblemInRowKey: ['In "rowKey": {{problem}}', 'En "rowKey": {{problem}}'],
  ProblemInColumn: ['In the column "{{column}}": {{problem}}', 'En la columna "{{column}}": {{problem}}'],
  ProblemUnknownColumn: [
    'The table cannot be sorted by "{{column}}". Its columns are {{columns}}.',
    'La tabla no se puede ordenar por "{{column}}". Sus columnas son {{columns}}.',
  ],
  MustBeAgentLimits: [
    'must have a line for each activity, such as "Lunch: 30, 45": minutes, the second more than the first',
    'debe tener una línea por actividad, como "Almuerzo: 30, 45": minutos, el segundo mayor que el primero',
  ],
  MustBeColumns: [
    'must be a list of 1 to 12 columns with different labels, each with a label and a formula',
    'debe ser una lista de 1 a 12 columnas con etiquetas distintas, cada una con etiqueta y fórmula',
  ],
  MustBeVariableName: [
    'must be a name of letters, digits and _, such as queue, that no other choice has',
    'debe ser un nombre de letras, cifras y _, como queue, que ninguna otra opción tenga',
  ],
  MustBeChoice: [
    'must be a name, a number or a list of names',
    'debe ser un nombre, un número o una lista de nombres',
  ],
  MustBeSort: [
    'must name a column, such as { "column": "Waiting", "direction": "descending" }',
    'debe nombrar una columna, como { "column": "Waiting", "direction": "descending" }',
  ],
} as const;
