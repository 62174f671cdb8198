// How CETEIcean shows an edition of Emend: new CETEI().addBehaviors(emend). With style.css beside it.

globalThis.emend = {
  tei: {
    // What is read is shown; what is printed is hidden by the style sheet and told here.
    choice(choice) {
      const [, printed] = choice.children
      const text = printed?.textContent.replace(/\s+/gu, ' ').trim()
      choice.title = text ? `print: ${text}` : 'not in the print'
    },

    // A footnote that is called goes to the end; all others stay where they are printed.
    note: [
      [
        '[place=bottom][target]',
        function (note) {
          const notes = this.dom.querySelector('ol.notes') ?? listOfNotes(this.dom)
          const item = note.ownerDocument.createElement('li')
          item.id = note.id
          note.removeAttribute('id')
          item.append(...note.childNodes)
          notes.append(item)
        },
      ],
      ['_', () => {}],
    ],

    // The number of a page stands in the margin.
    pb(pb) {
      pb.dataset.page = pb.getAttribute('n') ?? ''
    },
  },
}

function listOfNotes(dom) {
  const notes = dom.ownerDocument.createElement('ol')
  notes.className = 'notes'
  dom.append(notes)
  return notes
}
