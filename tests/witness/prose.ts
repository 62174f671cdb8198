/** Prose of our own on the craft of printing, to be encoded in one way and another. */
export const RUSSIAN = [
  'Наборщик стоит у кассы и держит в левой руке верстатку. Буква за буквой ложатся в неё литеры,',
  'и строка растёт; когда она полна, мастер выключает её пробелами и ставит на гранку.',
  '«Не торопись, – говорил старый метранпаж, – опечатка живёт дольше книги». Ещё в прошлом веке',
  'так работали все типографии; теперь же машина отливает строку целиком, и ошибка в одной букве',
  'заставляет набирать всё заново. Эхо старого цеха ещё слышно: щёлкают щипцы, шуршит бумага.',
  '',
].join('\n')

/** The same with nothing but letters and marks that every Cyrillic encoding has. */
export const PLAIN_RUSSIAN = RUSSIAN.replace(/[«»–]/gu, '"')

export const FRENCH = [
  'Le typographe se tient devant la casse, le composteur à la main gauche. Les caractères se',
  'rangent l’un après l’autre, et la ligne s’allonge; quand elle est pleine, l’ouvrier la justifie.',
  '« Ne te hâte point, disait le vieux prote, la coquille vit plus longtemps que le livre. » Déjà',
  'les ateliers travaillaient ainsi, où l’œil exercé reconnaît la moindre faute; à présent, une',
  'machine fond la ligne entière.',
  '',
].join('\n')

export const GERMAN = [
  'Der Setzer steht vor dem Kasten und hält den Winkelhaken in der linken Hand. Buchstabe für',
  'Buchstabe fügt sich, und die Zeile wächst; ist sie voll, so schließt er sie aus. „Übereile dich',
  'nicht“, pflegte der alte Faktor zu sagen, „der Druckfehler lebt länger als das Buch.“ So',
  'arbeiteten früher alle Werkstätten; heute gießt die Maschine die ganze Zeile, und ein falscher',
  'Buchstabe heißt: alles noch einmal.',
  '',
].join('\n')
