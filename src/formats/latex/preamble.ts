import type { Edition } from '../../model/edition.ts'
import { escapeTex } from './escape.ts'

/** What polyglossia calls the languages that it shall hyphenate. */
const LANGUAGES: Readonly<Record<string, string>> = {
  de: '[spelling=old]{german}',
  en: '{english}',
  es: '{spanish}',
  fr: '[autospacing=false]{french}',
  it: '{italian}',
  la: '{latin}',
  pl: '{polish}',
  ru: '{russian}',
  uk: '{ukrainian}',
}

const PACKAGES = String.raw`\documentclass[11pt,a4paper]{book}
\usepackage{fontspec}
\defaultfontfeatures{}
\IfFontExistsTF{DejaVu Serif}{%
  \setmainfont[Ligatures=TeXOff,Scale=0.88]{DejaVu Serif}
  \setmonofont[Scale=0.8]{DejaVu Sans Mono}
}{%
  \setmainfont[Ligatures=TeXOff]{FreeSerif}
  \setmonofont[Scale=0.9]{FreeMono}
}
\usepackage{polyglossia}
`

const COMMANDS = String.raw`\usepackage[a4paper,inner=32mm,outer=38mm,top=28mm,bottom=32mm]{geometry}
\usepackage{xcolor}
\usepackage[series={A,B},noend,noeledsec,noledgroup]{reledmac}
\usepackage[unicode,hidelinks]{hyperref}
\pagestyle{plain}
\sloppy
% Lines are numbered page by page, pages of the printed book in the outer margin.
\lineation{page}
\linenummargin{inner}
\firstlinenum{5}
\linenumincrement{5}
\Xarrangement[A]{paragraph}
\Xnotefontsize[A]{\footnotesize}
\Xlemmadisablefontselection[A]
\Xparafootsep{\quad}
\arrangementX[B]{normal}
\notefontsizeX[B]{\footnotesize}
\newcommand\printedpage[1]{{\color{gray}\textbar}\ledouternote{\scriptsize\color{gray}#1}}
% How a block looks. Each stands at the beginning of a numbered paragraph.
\newcommand\Paragraph{}
\newcommand\Heading[2]{\noindent\centering\bfseries\ifcase#1\or\LARGE\or\Large\or\large\fi
  \phantomsection\addcontentsline{toc}{\ifcase#1\or part\or chapter\or section\or subsection\else subsubsection\fi}{#2}}
\newcommand\Formal{\noindent\raggedleft\itshape}
\newcommand\Byline{\noindent\centering\itshape}
\newcommand\Divider{\noindent\centering}
\newcommand\Verse{\noindent\leftskip=3em }
\newcommand\Item[1]{\noindent\leftskip=2em\hskip-1.5em #1 }
\newcommand\Entry{\noindent\leftskip=2em\hskip-1em }
\newcommand\Row{\noindent\ttfamily\small\raggedright }
\newcommand\Note[1]{\noindent\footnotesize #1 }
\newcommand\ApparatusOfNotes[1]{\clearpage\section*{#1}\footnotesize}
\newcommand\Quoted{\leftskip=2em\rightskip=2em }
`

/** All that stands before the text. */
export function preamble({ book, version, witness }: Edition): string {
  const [language = ''] = book.language.split('-')
  const hyphenation = LANGUAGES[language]
  const date = [book.source.place, book.source.date].filter((part) => part).join(' ')
  const title = book.subtitle ? `${book.title}. ${book.subtitle}` : book.title
  const names = book.authors.map(({ name }) => escapeTex(name)).join('\\and ')
  return [
    `% Made with Emend ${comment(version)} from a raw text with the sha256 ${comment(witness.digest)}.\n`,
    '% Set it with XeLaTeX, three times.\n',
    PACKAGES,
    `\\setdefaultlanguage${hyphenation ?? '{english}'}\n`,
    COMMANDS,
    `\\title{${escapeTex(title)}}\n\\author{${names}}\n\\date{${escapeTex(date)}}\n`,
    '\\begin{document}\n\\maketitle\n\\tableofcontents\n\\clearpage\n\\beginnumbering\n',
  ].join('')
}

function comment(text: string): string {
  return text.replace(/[^\w.+-]/g, '')
}
