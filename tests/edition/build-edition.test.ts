import { describe, expect, it } from 'vitest'
import { editionOf } from '../support/edition-of.ts'
import { sketch } from '../support/sketch.ts'

/** The tree of a text in the notation, as a sketch, in lines. */
function tree(notation: string): readonly string[] {
  return sketch(editionOf(notation).children).split('\n')
}

describe('lines and words', () => {
  it('begin and end with blanks that a reader does not see', () => {
    expect(tree('   ⟦p:one\n  two  three  \nfour⟧\n\n')).toEqual(['p 1|one_2|two_three_3|four'])
  })

  it('go on behind a hyphen, whatever it is', () => {
    const text = '⟦p:his⟦soft:-⟧\ntory of post⟦hard:-⟧\nwar re⟦ask:-⟧\nform⟧'
    expect(tree(text)).toEqual(['p 1|his~2|tory of post=3|war re?4|form'])
  })

  it('keep a hyphen at the end of a block as text, since nothing follows it', () => {
    expect(tree('⟦p:his⟦soft:-⟧⟧\n\n⟦p:tory⟧')).toEqual(['p 1|his-', 'p 3|tory'])
  })

  it('leave out the forme work between them', () => {
    const text = '⟦p:a peo⟦soft:-⟧\n\n⟦page 12⟧⟦fw:12⟧\n\nple⟧'
    expect(tree(text)).toEqual(['p 1|a peo~<12>«12»5|ple'])
  })

  it('show a control character that stands alone as the character it is', () => {
    expect(tree('a\u0007b \u0007 c')).toEqual(['p 1|a\u0007b_c'])
  })

  it('begin again where a block begins in the middle of one', () => {
    expect(tree('⟦p:one⟧ ⟦p:two⟧')).toEqual(['p 1|one', 'p 1|two'])
  })
})

describe('blocks', () => {
  it('leave nothing out: text that none claims makes paragraphs, parted by blank lines', () => {
    expect(tree('before\n⟦p:claimed⟧\nbehind\nit\n\nfar')).toEqual([
      'p 1|before',
      'p 2|claimed',
      'p 3|behind_4|it',
      'p 6|far',
    ])
  })

  it('end where the next one begins', () => {
    expect(tree('⟦p:one ⟦p:two⟧ three⟧')).toEqual(['p 1|one', 'p 1|two', 'p 1|three'])
  })

  it('make lists of items, one a kind of label', () => {
    const items = '⟦item:⟦label:1)⟧ one⟧\n\n⟦item:⟦label:2)⟧ two⟧\n⟦item:⟦label:—⟧ three⟧\nend'
    expect(tree(items)).toEqual([
      'numbered {',
      '  item 1|‹1)› one',
      '  item 3|‹2)› two',
      '}',
      'bulleted {',
      '  item 4|‹—› three',
      '}',
      'p 5|end',
    ])
  })

  it('make verse of verse lines, with or without a group', () => {
    const verse = ['verse {', '  verseLine 1|one', '  verseLine 2|two', '}', 'p 3|end']
    expect(tree('⟦l:one⟧\n⟦l:two⟧\n⟦p:end⟧')).toEqual(verse)
    expect(tree('⟦verse:⟦l:one⟧\n⟦l:two⟧⟧\n⟦p:end⟧')).toEqual(verse)
  })

  it('stand in their groups, and groups in groups', () => {
    expect(tree('⟦quotation:⟦p:one⟧\n⟦epigraph:⟦p:two⟧⟧\n⟦p:three⟧⟧\n⟦p:four⟧')).toEqual([
      'quotation {',
      '  p 1|one',
      '  epigraph {',
      '    p 2|two',
      '  }',
      '  p 3|three',
      '}',
      'p 4|four',
    ])
  })
})

describe('divisions', () => {
  it('open at headings and close at those that are as high', () => {
    const text = [
      '⟦part:PART⟧\n⟦article:A⟧\n⟦section:S⟧\n⟦subsection:SS⟧\n⟦p:one⟧',
      '⟦section:S⟧\n⟦notes:NOTES⟧\n⟦document:D⟧\n⟦part:PART⟧',
    ].join('\n')
    expect(tree(text)).toEqual([
      'part d1 {',
      '  h1 1|PART',
      '  article d2 {',
      '    h2 2|A',
      '    section d3 {',
      '      h3 3|S',
      '      subsection d4 {',
      '        h4 4|SS',
      '        p 5|one',
      '      }',
      '    }',
      '    section d5 {',
      '      h3 6|S',
      '    }',
      '    notes d6 {',
      '      h3 7|NOTES',
      '    }',
      '  }',
      '  document d7 {',
      '    h2 8|D',
      '  }',
      '}',
      'part d8 {',
      '  h1 9|PART',
      '}',
    ])
  })

  it('follow the level where nothing else is known', () => {
    expect(tree('⟦heading 2:A⟧\n⟦heading 4:B⟧')).toEqual([
      'article d1 {',
      '  h2 1|A',
      '  subsection d2 {',
      '    h4 2|B',
      '  }',
      '}',
    ])
  })

  it('do not nest in the notes of their article', () => {
    expect(tree('⟦article:A⟧\n⟦notes:NOTES⟧\n⟦subsection:S⟧')).toEqual([
      'article d1 {',
      '  h2 1|A',
      '  notes d2 {',
      '    h3 2|NOTES',
      '  }',
      '  subsection d3 {',
      '    h4 3|S',
      '  }',
      '}',
    ])
  })

  it('have the page with which they begin', () => {
    expect(tree('⟦p:one⟧\n⟦page 2⟧\n⟦article:A⟧\n⟦page 3⟧⟦letter:⟦salute:Sir,⟧⟧')).toEqual([
      'p 1|one',
      'article d1 {',
      '  <2>',
      '  h2 3|A',
      '  letter {',
      '    <3>',
      '    salute 4|Sir,',
      '  }',
      '}',
    ])
  })

  it('have the byline and the source on the lines right above their heading', () => {
    const above = '⟦p:one⟧\n⟦byline:N. N.⟧\n⟦source:(Review)⟧\n⟦article:A⟧'
    expect(tree(above).slice(1)).toEqual([
      'article d1 {',
      '  byline 2|N. N.',
      '  source 3|(Review)',
      '  h2 4|A',
      '}',
    ])
    const top = '⟦p:one⟧\n⟦page 2⟧⟦byline:N. N.⟧\n⟦article:A⟧'
    expect(tree(top).slice(1)).toEqual([
      'article d1 {',
      '  <2>',
      '  byline 2|N. N.',
      '  h2 3|A',
      '}',
    ])
    const far = '⟦p:one⟧\n⟦byline:N. N.⟧\n\n⟦article:A⟧'
    const foot = '⟦p:one⟧\n⟦byline:N. N.⟧\n⟦page 2⟧⟦article:A⟧'
    const lower = '⟦p:one⟧\n⟦byline:N. N.⟧\n⟦section:S⟧'
    for (const text of [far, foot, lower]) expect(tree(text)[1]).toBe('byline 2|N. N.')
  })

  it('do not open within a group or a note', () => {
    expect(tree('⟦quotation:⟦section:S⟧\n⟦p:one⟧⟧')).toEqual([
      'quotation {',
      '  h3 1|S',
      '  p 2|one',
      '}',
    ])
  })
})

describe('notes', () => {
  it('stand right after their call, wherever they were printed', () => {
    const text = '⟦p:one⟦call 1:1⟧ two\n⟦note 1:⟦label:1⟧ Note.\n⟧three⟧'
    expect(tree(text)).toEqual(['p 1|one[1→n1](n1 p 2|‹1› Note.) two_3|three'])
  })

  it('stand after the first of several calls', () => {
    const text = '⟦p:one⟦call 1:1⟧ two⟦call 1:1⟧⟧\n⟦note 1:⟦label:1⟧ Note.⟧'
    expect(tree(text)).toEqual(['p 1|one[1→n1](n1 p 2|‹1› Note.) two[1→n1]'])
    const note = editionOf(text).children[0]
    expect(JSON.stringify(note)).toContain('"calls":["ref1","ref2"]')
  })

  it('go on over a page, which begins in the text of the book', () => {
    const text = [
      '⟦p:one⟦call 1:1⟧ and',
      '⟦note 1:⟦label:1⟧ No⟦soft:-⟧',
      '⟧⟦page 2⟧ two⟧',
      '⟦more 1:te.⟧',
    ].join('\n')
    expect(tree(text)).toEqual(['p 1|one[1→n1](n1 p 2|‹1› No~<=2>4|te.) and_<2>3|two'])
  })

  it('stay where they were printed when they are endnotes, and their pages begin in them', () => {
    const text = '⟦p:one⟦call 1:1⟧⟧\n⟦notes:NOTES⟧\n⟦end 1:⟦label:1⟧ Note\n⟦page 2⟧goes on.⟧'
    expect(tree(text)).toEqual([
      'p 1|one[1→n1]',
      'notes d1 {',
      '  h3 2|NOTES',
      '  note (n1 p 3|‹1› Note_<2>4|goes on.)',
      '}',
    ])
  })

  it('that nobody calls stand after the block in which or behind which they were printed', () => {
    const inside = '⟦p:one\n⟦note *:⟦label:*⟧ Note.\n⟧two⟧\n⟦p:three⟧'
    expect(tree(inside)).toEqual(['p 1|one_3|two', 'note (n1 p 2|‹*› Note.)', 'p 4|three'])
    const between = '⟦p:one⟧\n⟦note *:⟦label:*⟧ Note.\n⟧⟦p:three⟧'
    expect(tree(between)).toEqual(['p 1|one', 'note (n1 p 2|‹*› Note.)', 'p 3|three'])
  })

  it('that nobody calls wait for the end of a list', () => {
    const text = '⟦item:⟦label:-⟧ one⟧\n⟦note *:⟦label:*⟧ Note.\n⟧⟦item:⟦label:-⟧ two⟧\nend'
    expect(tree(text)).toEqual([
      'bulleted {',
      '  item 1|‹-› one',
      '  item 3|‹-› two',
      '}',
      'note (n1 p 2|‹*› Note.)',
      'p 4|end',
    ])
  })

  it('have their label in their first block, even if its marking leaves it out', () => {
    const text = '⟦p:one⟦call 1:1⟧⟧\n⟦note 1:⟦label:1⟧ ⟦p:Note.⟧⟧'
    expect(tree(text)).toEqual(['p 1|one[1→n1](n1 p 2|‹1› Note.)'])
  })

  it('may call notes, but not themselves', () => {
    const nested = '⟦p:one⟦call a:a⟧⟧\n⟦note a:A⟦call b:b⟧⟧\n⟦note b:B⟧'
    expect(tree(nested)).toEqual(['p 1|one[a→n1](n1 p 2|A[b→n2](n2 p 3|B))'])
    const ring = 'one\n⟦note a:A⟦call b:b⟧⟧\n⟦note b:B⟦call a:a⟧⟧'
    expect(tree(ring)).toEqual(['p 1|one', 'note (n2 p 3|B[a→n1](n1 p 2|A[b→n2]))'])
  })
})

describe('corrections', () => {
  it('take in the whole word, and only the word', () => {
    expect(tree('«be⟦letter h:n⟧ind»')).toEqual(['p 1|«{benind→behind}»'])
    expect(tree('pre-⟦letter w:v⟧ar')).toEqual(['p 1|{pre-var→pre-war}'])
  })

  it('are one node where a word has several', () => {
    expect(tree('⟦letter b:d⟧eh⟦letter i:l⟧nd')).toEqual(['p 1|{dehlnd→behind}'])
  })

  it('are one node over a line end, a page and a note', () => {
    const text = '⟦p:be⟦soft:-⟧\n⟦note *:* Note.\n⟧⟦page 2⟧⟦fw:2⟧\nh⟦letter i:l⟧nd it⟧'
    expect(tree(text)[0]).toBe('p 1|{be~<2>«2»4|hlnd→behind} it')
  })

  it('leave a call alone that is glued to the word', () => {
    expect(tree('beh⟦letter i:l⟧nd⟦call 1:1⟧ it')).toEqual(['p 1|{behlnd→behind}[1→] it'])
  })

  it('of marks stand by themselves', () => {
    expect(tree('end⟦punctuation .:,⟧')).toEqual(['p 1|end{,→.}'])
    expect(tree('end⟦punctuation .:⟧')).toEqual(['p 1|end{→.}'])
  })

  it('of blanks take in what they part or join', () => {
    expect(tree('the⟦space  :⟧end')).toEqual(['p 1|{theend→the end}'])
    expect(tree('an e⟦space : ⟧nd .')).toEqual(['p 1|an {e nd→end} .'])
    expect(tree('an end⟦space : ⟧.')).toEqual(['p 1|an {end .→end.}'])
  })

  it('may take a word away or put one in', () => {
    expect(tree('and ⟦word :and ⟧so')).toEqual(['p 1|and {and so→so}'])
    expect(tree('and⟦word  then:⟧ so')).toEqual(['p 1|{and→and then} so'])
  })

  it('may join words over a line end', () => {
    expect(tree('⟦p:be⟦space :\n⟧hind⟧')).toEqual(['p 1|{be_2|hind→behind}'])
  })

  it('have parts that are decided together and stand in their own words', () => {
    expect(tree('⟦quotation a=«:"⟧one two⟦quotation a=»:"⟧')).toEqual(['p 1|{"→«}one two{"→»}'])
  })
})

describe('frames', () => {
  it('hold what is in them, and letters that are spaced are one word', () => {
    expect(tree('a ⟦emph:t o  b e⟧⟦call 1:1⟧ b')).toEqual(['p 1|a *to_be*[1→] b'])
    expect(tree('a ⟦sic:[sic]⟧, e⟦supplied:<x>⟧c')).toEqual(['p 1|a <sic [sic]>, e<supplied <x>>c'])
  })

  it('take corrected words whole', () => {
    expect(tree('a ⟦emph:b e h l⟧⟦letter i:l⟧ n d')).toEqual(['p 1|a *{behll→behli}* n d'])
  })
})
