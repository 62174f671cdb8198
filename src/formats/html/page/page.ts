import { keepPlace } from './place.ts'
import { listenForPopups } from './popup.ts'
import { listenForSearch } from './search.ts'
import { keepSettings } from './settings.ts'

// What the page can do beyond being read. Without a script it is a page with links.

document.documentElement.classList.add('scripted')
keepSettings()
listenForPopups()
keepPlace()
listenForSearch()
