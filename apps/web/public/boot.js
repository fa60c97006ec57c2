// Runs before the first paint, so that the page never flashes in the other theme or says the wrong language to a
// screen reader. A file of its own because the content security policy forbids inline script.
;(function () {
  var root = document.documentElement
  var read = function (key) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  var theme = read('kontuar.theme')
  if (theme !== 'light' && theme !== 'dark') theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  root.setAttribute('data-mantine-color-scheme', theme)
  var locale = read('kontuar.locale')
  if (locale) root.lang = locale
})()
