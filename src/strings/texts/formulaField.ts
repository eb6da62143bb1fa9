/** The formula field and the data beside it. */
export const formulaFieldTexts = {
  Formula: ['Formula', 'Fórmula'],
  FormulaList_one: ['list of {{count}}', 'lista de {{count}}'],
  FormulaList_other: ['list of {{count}}', 'lista de {{count}}'],
  FormulaNoAnswer: ['null: no answer', 'null: sin respuesta'],
  FormulaSuggestions: ['Suggestions', 'Sugerencias'],
  FormulaSuggestionCount_one: [
    '{{count}} suggestion, Enter takes it',
    '{{count}} sugerencia, Intro la acepta',
  ],
  FormulaSuggestionCount_other: [
    '{{count}} suggestions, arrow keys choose',
    '{{count}} sugerencias, las flechas eligen',
  ],
  FormulaGivesNow: ['Now', 'Ahora'],
  FormulaPart: ['{{part}} = {{value}}', '{{part}} = {{value}}'],
  FormulaPartExample: ['{{part}} = {{value}} (first entry)', '{{part}} = {{value}} (primer elemento)'],
  FormulaKeys: ['Keys', 'Teclas'],
  FormulaKeysSuggest: [
    '{{keys}}: suggestions. Arrow keys choose, Enter or Tab takes one, Escape closes them.',
    '{{keys}}: sugerencias. Las flechas eligen, Intro o Tab acepta, Escape las cierra.',
  ],
  FormulaKeysLeave: [
    'Tab: leaves the field when no suggestions are open.',
    'Tab: sale del campo si no hay sugerencias abiertas.',
  ],
  FormulaKeysUndo: ['{{keys}}: undoes what was typed.', '{{keys}}: deshace lo escrito.'],
  FormulaKeysSelect: [
    'Select a part of the formula to see its value.',
    'Seleccione una parte de la fórmula para ver su valor.',
  ],
  ExplorerTitle: ['Data', 'Datos'],
  ExplorerSearch: ['Search the data', 'Buscar en los datos'],
  ExplorerHint: [
    'Click a value, or press Enter on it, to put it into the formula.',
    'Haga clic en un valor, o pulse Intro sobre él, para ponerlo en la fórmula.',
  ],
  ExplorerInsert: ['Insert', 'Insertar'],
  ExplorerFound_one: ['{{count}} found', '{{count}} encontrado'],
  ExplorerFound_other: ['{{count}} found', '{{count}} encontrados'],
  ExplorerFoundMore: [
    'The first {{count}}; type more to find fewer',
    'Los primeros {{count}}; escriba más para encontrar menos',
  ],
  ExplorerNothing: [
    'Nothing in the data is called “{{search}}”.',
    'Nada en los datos se llama «{{search}}».',
  ],
} as const;
