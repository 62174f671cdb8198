import { describe, expect, it } from 'vitest'
import { body } from '../../../src/formats/tei/body.ts'
import { EDITION } from '../../../src/formats/tei/profile.ts'
import { editionOf } from '../../support/edition-of.ts'

/** What stands in the body of the TEI of a text in the notation, in lines. */
function tei(notation: string, profile = EDITION): readonly string[] {
  const xml = [...body(editionOf(notation), profile)].join('')
  expect(xml.startsWith('<text>\n<body>\n')).toBe(true)
  return xml.slice('<text>\n<body>\n'.length, xml.indexOf('</body>')).trimEnd().split('\n')
}

/** The same, of a text of one line. */
function line(notation: string, profile = EDITION): string {
  return tei(notation, profile).join('\n')
}

describe('lines', () => {
  it('begin with lb, and one blank stands before it', () => {
    expect(line('⟦p:one  two \n  three⟧')).toBe('<p><lb n="1"/>one two <lb n="2"/>three</p>')
  })

  it('keep soft hyphens at the break that follows', () => {
    expect(line('⟦p:his⟦soft:-⟧\ntory⟧')).toBe(
      '<p><lb n="1"/>his<lb n="2" break="no" rend="-"/>tory</p>',
    )
    expect(line('⟦p:his⟦soft:¬⟧\n⟦page 12⟧tory⟧')).toBe(
      '<p><lb n="1"/>his<pb n="12" xml:id="pb12" facs="src:s12" break="no" rend="¬"/><lb n="2" break="no"/>tory</p>',
    )
  })

  it('keep hard hyphens in the text', () => {
    expect(line('⟦p:post⟦hard:-⟧\nwar⟧')).toBe('<p><lb n="1"/>post-<lb n="2" break="no"/>war</p>')
  })

  it('leave undecided hyphens undecided', () => {
    expect(line('⟦p:re⟦ask:-⟧\nform⟧')).toBe(
      '<p><lb n="1"/>re<pc force="inter">-</pc><lb n="2" break="maybe"/>form</p>',
    )
  })

  it('begin again with their number where another block begins in them', () => {
    expect(tei('⟦p:one⟧ ⟦p:two⟧')).toEqual(['<p><lb n="1"/>one</p>', '<p><lb n="1"/>two</p>'])
  })

  it('name the characters that XML cannot carry', () => {
    expect(line('a\u0007b \udc9f < & ]]>')).toBe(
      '<p><lb n="1"/>a<g ref="#x07"/>b <g ref="#xDC9F"/> &lt; &amp; ]]&gt;</p>',
    )
  })
})

describe('pages', () => {
  it('say what is printed and what is inferred', () => {
    expect(tei('⟦page 1⟧a\n⟦page [2]⟧b\n⟦page 9=3⟧c\n⟦page⟧d')).toEqual([
      '<pb n="1" xml:id="pb1" facs="src:s1"/>',
      '<p><lb n="1"/>a <pb n="[2]" xml:id="pb2" facs="src:s2" cert="high" resp="#emend"/><lb n="2"/>b <pb n="9 [3]" xml:id="pb3" facs="src:s3"/><lb n="3"/>c <pb xml:id="pbx" facs="src:sx"/><lb n="4"/>d</p>',
    ])
  })

  it('begin in the division that begins with them', () => {
    expect(tei('⟦article:A⟧\n⟦p:one⟧\n⟦page 2⟧⟦article:B⟧')).toEqual([
      '<div type="article" xml:id="d1" decls="#bib.d1">',
      '<head><lb n="1"/>A</head>',
      '<p><lb n="2"/>one</p>',
      '</div>',
      '<div type="article" xml:id="d2" decls="#bib.d2">',
      '<pb n="2" xml:id="pb2" facs="src:s2"/>',
      '<head><lb n="3"/>B</head>',
      '</div>',
    ])
  })

  it('begin between items', () => {
    expect(tei('⟦item:⟦label:1)⟧ a⟧\n⟦page 2⟧⟦item:⟦label:2)⟧ b⟧')).toEqual([
      '<list rend="numbered"><item n="1"><lb n="1"/><label>1)</label> a</item>',
      '<pb n="2" xml:id="pb2" facs="src:s2"/>',
      '<item n="2"><lb n="2"/><label>2)</label> b</item></list>',
    ])
  })
})

describe('notes', () => {
  it('stand behind their call, which points to them', () => {
    expect(line('⟦p:one.⟦call 1:1⟧ Two⟧\n⟦note 1:⟦label:1⟧ Note.⟧')).toBe(
      '<p><lb n="1"/>one.<ref type="noteAnchor" target="#n1" xml:id="ref1">1</ref><note xml:id="n1" n="1" place="bottom" type="authorial" target="#ref1"><p><lb n="2"/><label>1</label> Note.</p></note> Two</p>',
    )
  })

  it('point to all their calls', () => {
    expect(line('⟦p:a⟦call 1:1⟧ b⟦call 1:1⟧⟧\n⟦note 1:N⟧')).toContain('target="#ref1 #ref2"')
  })

  it('go on over a page that they do not begin', () => {
    const text = '⟦p:a⟦call 1:1⟧ b\n⟦note 1:No⟦soft:-⟧\n⟧⟦page 2⟧c⟧\n⟦more 1:te⟧'
    expect(line(text)).toBe(
      '<p><lb n="1"/>a<ref type="noteAnchor" target="#n1" xml:id="ref1">1</ref><note xml:id="n1" n="1" place="bottom" type="authorial" target="#ref1"><p><lb n="2"/>No<pb n="2" sameAs="#pb2" facs="src:s2" break="no" rend="-"/><lb n="4" break="no"/>te</p></note> b <pb n="2" xml:id="pb2" facs="src:s2"/><lb n="3"/>c</p>',
    )
  })

  it('without a call, and calls without a note, are orphans', () => {
    expect(tei('⟦p:a⟦call 2:2)⟧⟧\n⟦note *:⟦label:*⟧ N⟧')).toEqual([
      '<p><lb n="1"/>a<ref type="noteAnchor" subtype="orphan" n="2" xml:id="ref1">2)</ref></p>',
      '<note xml:id="n1" n="*" place="bottom" type="authorial" subtype="orphan" anchored="false"><p><lb n="2"/><label>*</label> N</p></note>',
    ])
  })

  it.each([
    'A. (Прим. ред.)',
    'A. — Ред.',
    'A. [Примеч. переводчика.]',
    'A. Примечание редакции.',
    'A. — Ed.',
    'A (Translator’s note).',
    'A. (Anm. d. Hrsg.)',
    'A. – D. Red.',
    'A. (N. d. T.)',
    'A (Note de l’éditeur).',
  ])('are of the editors where they say so: %s', (text) => {
    const xml = line(`⟦p:a⟦call 1:1⟧⟧\n⟦note 1:${text}⟧`)
    expect(xml).toContain('type="editorial" resp="#ed.print" target="#ref1"')
  })

  it.each([
    'A. (Прим. авт.)',
    'Сочинения, ред.',
    'See the Ed. of 1901.',
    'N. T.',
    'Von der Red',
    'Ed.',
  ])('are else of the author: %s', (text) => {
    expect(line(`⟦p:a⟦call 1:1⟧⟧\n⟦note 1:${text}⟧`)).toContain('type="authorial" target')
  })

  it('at the end stand in a division of their own', () => {
    expect(tei('⟦p:a⟦call 1:1⟧⟧\n⟦notes:NOTES⟧\n⟦end 1:⟦label:[1]⟧ N⟧').slice(1)).toEqual([
      '<div type="endnotes" xml:id="d1">',
      '<head><lb n="2"/>NOTES</head>',
      '<note xml:id="n1" n="1" place="end" type="authorial" target="#ref1"><p><lb n="3"/><label>[1]</label> N</p></note>',
      '</div>',
    ])
  })

  it('hold whatever blocks they have', () => {
    const text = '⟦p:a⟦call 1:1⟧⟧\n⟦note 1:⟦section:S⟧\n⟦letter:⟦signed:N.⟧⟧\n⟦l:v⟧⟧'
    expect(line(text)).toContain(
      '<ab type="heading"><lb n="2"/>S</ab> <quote rend="block" type="letter"><ab type="signed"><lb n="3"/>N.</ab></quote> <lg><l><lb n="4"/>v</l></lg></note>',
    )
  })
})

describe('corrections', () => {
  const why = 'cert="high" resp="#emend" ana="#rule.word.test" evidence="internal"'

  it('show what is read first, and what is printed second', () => {
    expect(line('a ⟦letter live:lvie⟧ b')).toBe(
      `<p><lb n="1"/>a <choice xml:id="c.id1"><corr type="letter" ${why}>live</corr><sic>lvie</sic></choice> b</p>`,
    )
  })

  it('regularise homoglyphs and punctuation', () => {
    expect(line('а ⟦homoglyph т:t⟧ом⟦punctuation …:...⟧')).toBe(
      `<p><lb n="1"/>а <choice xml:id="c.id1"><reg type="homoglyph" ${why}>том</reg><orig>tом</orig></choice><choice xml:id="c.id2"><reg type="punctuation" ${why}>…</reg><orig>...</orig></choice></p>`,
    )
  })

  it('have the lines and pages that begin in them as printed alone', () => {
    expect(line('⟦p:h⟦letter i:l⟧s⟦soft:-⟧\n⟦page 2⟧tory⟧')).toContain(
      '>history</corr><sic>hls<pb n="2" xml:id="pb2" facs="src:s2" break="no" rend="-"/><lb n="2" break="no"/>tory</sic>',
    )
  })

  it('may have nothing printed, or nothing to read', () => {
    expect(line('end⟦punctuation .:⟧')).toContain('>.</reg><orig/></choice>')
    expect(line('end ⟦punctuation :.⟧')).toContain('></reg><orig>.</orig></choice>')
  })
})

describe('words that are set apart', () => {
  it('by letter-spacing are hi', () => {
    expect(line('⟦emph:t o  b e⟧')).toBe('<p><lb n="1"/><hi rend="letterspaced">to be</hi></p>')
  })

  it('by the editors of the print keep their brackets', () => {
    const print = 'resp="#ed.print" source="#print"'
    expect(line('a ⟦sic:[sic]⟧ ⟦omission:[…]⟧ e⟦supplied:<xam>⟧ ⟦ed:[– Ed.]⟧')).toBe(
      [
        `<p><lb n="1"/>a <seg type="editorialMark" subtype="sic" ${print}>[sic]</seg>`,
        ` <seg type="editorialMark" subtype="omission" ${print}>[…]</seg>`,
        ` e<supplied reason="abbreviated" ${print}><pc type="bracket">&lt;</pc>xam<pc type="bracket">&gt;</pc></supplied>`,
        ` <seg type="editorialMark" subtype="note" ${print}>[– Ed.]</seg></p>`,
      ].join(''),
    )
  })
})

describe('the order in a division', () => {
  const art = (notation: string): readonly string[] => tei(`⟦article:A⟧\n${notation}`).slice(2, -1)

  it('has byline, source and epigraph behind the head', () => {
    expect(art('⟦byline:N.⟧\n⟦source:(R.)⟧\n⟦epigraph:⟦p:E⟧\n⟦source:P.⟧⟧\n⟦p:one⟧')).toEqual([
      '<byline><lb n="2"/>N.</byline>',
      '<argument><bibl><lb n="3"/>(R.)</bibl></argument>',
      '<epigraph><cit><quote><p><lb n="4"/>E</p></quote> <bibl><lb n="5"/>P.</bibl></cit></epigraph>',
      '<p><lb n="6"/>one</p>',
    ])
    expect(art('⟦byline:N.⟧\n⟦source:(R.)⟧\n⟦p:one⟧')[1]).toBe('<bibl><lb n="3"/>(R.)</bibl>')
  })

  it('has openers and closers', () => {
    expect(
      art('⟦dateline:D⟧\n⟦salute:S⟧\n⟦p:one⟧\n⟦salute:T⟧\n⟦page 2⟧⟦signed:N.⟧\n⟦byline:B⟧'),
    ).toEqual([
      '<opener><dateline><lb n="2"/>D</dateline> <salute><lb n="3"/>S</salute></opener>',
      '<p><lb n="4"/>one</p>',
      '<closer><salute><lb n="5"/>T</salute> <pb n="2" xml:id="pb2" facs="src:s2"/> <signed><lb n="6"/>N.</signed></closer>',
      '<byline><lb n="7"/>B</byline>',
    ])
  })

  it('leaves what is out of place a block', () => {
    expect(art('⟦p:one⟧\n⟦signed:N.⟧\n⟦byline:B⟧\n⟦epigraph:⟦p:E⟧⟧\n⟦p:two⟧')).toEqual([
      '<p><lb n="2"/>one</p>',
      '<ab type="signed"><lb n="3"/>N.</ab>',
      '<ab type="byline"><lb n="4"/>B</ab>',
      '<quote rend="block" type="epigraph"><p><lb n="5"/>E</p></quote>',
      '<p><lb n="6"/>two</p>',
    ])
  })

  it('puts what is signed before the endnotes into a division of its own', () => {
    expect(art('⟦p:one⟧\n⟦signed:N.⟧\n⟦notes:NOTES⟧')).toEqual([
      '<div type="text">',
      '<p><lb n="2"/>one</p>',
      '<closer><signed><lb n="3"/>N.</signed></closer>',
      '</div>',
      '<div type="endnotes" xml:id="d2">',
      '<head><lb n="4"/>NOTES</head>',
      '</div>',
    ])
  })

  it('puts what follows a letter into a division of its own', () => {
    expect(art('⟦letter:⟦salute:S⟧\n⟦p:one⟧⟧\n⟦p:two⟧\n⟦signed:N.⟧')).toEqual([
      '<div type="letter">',
      '<opener><salute><lb n="2"/>S</salute></opener>',
      '<p><lb n="3"/>one</p>',
      '</div>',
      '<div type="text">',
      '<p><lb n="4"/>two</p>',
      '</div>',
      '<closer><signed><lb n="5"/>N.</signed></closer>',
    ])
  })
})

describe('blocks of other kinds', () => {
  it('are encoded as what they are', () => {
    expect(tei('⟦quotation:⟦p:one⟧\n⟦p:two⟧⟧\n⟦divider:* * *⟧\n⟦item:⟦label:—⟧ a⟧')).toEqual([
      '<quote rend="block"><p><lb n="1"/>one</p> <p><lb n="2"/>two</p></quote>',
      '<ab type="typography"><lb n="3"/>* * *</ab>',
      '<list rend="bulleted"><item><lb n="4"/><label>—</label> a</item></list>',
    ])
  })

  it('make a poem with its title and its poet', () => {
    expect(tei('⟦verse:⟦section:T⟧\n⟦l:one⟧\n⟦l:two⟧\n⟦byline:P.⟧⟧')).toEqual([
      '<lg><head><lb n="1"/>T</head>',
      '<l><lb n="2"/>one</l>',
      '<l><lb n="3"/>two</l>',
      '<byline><lb n="4"/>P.</byline></lg>',
    ])
    expect(line('⟦verse:⟦l:one⟧\n⟦p:two⟧⟧')).toBe(
      '<quote rend="block" type="verse"><lg><l><lb n="1"/>one</l></lg> <p><lb n="2"/>two</p></quote>',
    )
  })

  it('keep tables row by row, cut into cells at wide gaps', () => {
    const table = '⟦table:⟦row:Town    Books  Price⟧\n⟦page 2⟧⟦row:Ulm   3 4\t2⟧⟧\n⟦p:end⟧'
    expect(tei(table)).toEqual([
      '<table><row><cell><lb n="1"/>Town</cell><cell>Books</cell><cell>Price</cell></row>',
      '<pb n="2" xml:id="pb2" facs="src:s2"/>',
      '<row><cell><lb n="2"/>Ulm</cell><cell>3 4</cell><cell>2</cell></row></table>',
      '<p><lb n="3"/>end</p>',
    ])
  })

  it('link the entries of a table of contents to their pages', () => {
    const contents = '⟦page 3⟧⟦contents:⟦entry 3:Ink . . . 3⟧\n⟦entry 9:Paper, a\nlong one    9⟧⟧'
    expect(tei(contents)).toEqual([
      '<pb n="3" xml:id="pb3" facs="src:s3"/>',
      '<list type="toc"><item><lb n="1"/>Ink . . . <ref type="page" target="#pb3">3</ref></item>',
      '<item><lb n="2"/>Paper, a <lb n="3"/>long one <ref type="page" subtype="orphan">9</ref></item></list>',
    ])
  })

  it('keep what stands among rows or entries', () => {
    expect(tei('⟦table:⟦row:a⟧\n⟦p:b⟧⟧').join(' ')).toContain('<quote rend="block" type="table">')
    expect(tei('⟦contents:⟦entry:a⟧\n⟦p:b⟧⟧').join(' ')).toContain('type="contents">')
  })

  it('make a body even where there are none', () => {
    expect(tei('')).toEqual(['<p/>'])
    expect(tei('⟦salute:S⟧')).toEqual([
      '<div type="text">',
      '<opener><salute><lb n="1"/>S</salute></opener>',
      '</div>',
    ])
  })
})
