import { describe, expect, it } from 'vitest'
import { apparatus } from '../../../src/formats/apparatus/apparatus.ts'
import type { Edition } from '../../../src/model/edition.ts'
import { Markings } from '../../../src/model/marking.ts'
import { editionOf } from '../../support/edition-of.ts'
import { marked } from '../../support/notation.ts'

function lines(edition: Edition, name: string): readonly string[] {
  const file = apparatus.files(edition, { bundle: false }).get(name)
  return [...(file ?? [])].join('').split('\n')
}

describe('apparatus.jsonl', () => {
  const text = marked('one\r\ntwo ⟦letter a=th:ht⟧re⟦letter a=e:c⟧\n⟦word four:for⟧')

  it('has an entry a line, by place, with keys in their order', () => {
    const [b, a] = text.corrections
    if (!a || !b) throw new Error('Unexpected end of corrections, expected two')
    const corrections = [{ ...a, state: 'rejected' as const, by: 'KH', beatenBy: 'id1' }, b]
    expect(lines(editionOf({ ...text, corrections }), 'apparatus.jsonl')).toEqual([
      '{"id":"id1","line":2,"page":"12","from":4,"to":9,"parts":[{"line":2,"from":4,"to":6,"corr":"th"},{"line":2,"from":8,"to":9,"corr":"e"}],"sic":"htc","corr":"the","candidates":["the"],"context":["",""],"kind":"letter","rule":["word/test"],"cert":"high","evidence":["the book has it so elsewhere"],"state":"applied","by":null}',
      '{"id":"id2","line":3,"page":"12","from":0,"to":3,"sic":"for","corr":"four","candidates":["four"],"context":["",""],"kind":"word","rule":["word/test"],"cert":"high","evidence":["the book has it so elsewhere"],"state":"rejected","by":"KH","beatenBy":"id1"}',
      '',
    ])
  })
})

describe('markings.jsonl', () => {
  const text = marked('⟦page [12]⟧⟦section:ONE⟧\n⟦p:re⟦ask:-⟧\nform his⟦soft:-⟧\ntory⟧')

  it('has the markings that ask and those that were decided, by place', () => {
    const [ask] = text.markings.of('hyphen')
    const markings = new Markings(
      text.markings.all.map((one) => (one.role === 'heading' ? { ...one, rule: 'decision' } : one)),
    )
    if (!ask) throw new Error('Unexpected end of hyphens, expected one')
    const edition = editionOf({ ...text, markings })
    const named = { ...edition, markingIds: new Map([[ask, 'm1']]) }
    expect(lines(named, 'markings.jsonl')).toEqual([
      '{"line":1,"page":"[12]","from":0,"to":3,"role":"heading","value":"","exact":"ONE","rule":"decision","cert":"high","evidence":["it says so"],"state":"decided"}',
      '{"id":"m1","line":2,"page":"[12]","from":2,"to":3,"role":"hyphen","value":"ask","exact":"-","rule":"page/test","cert":"high","evidence":["it says so"],"state":"asks"}',
      '',
    ])
  })

  it('is empty where nothing asks', () => {
    expect(lines(editionOf('one'), 'markings.jsonl')).toEqual([''])
  })
})
