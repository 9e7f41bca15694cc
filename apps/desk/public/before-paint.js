// Theme and language before the first paint, so that nothing flashes. Kept outside the page for the strict CSP.
try {
  var theme = localStorage.getItem('guitai.theme');
  var dark =
    theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.lang = localStorage.getItem('guitai.locale') || navigator.language;
} catch (_) {
  document.documentElement.dataset.theme = 'light';
}

// The part library writes its style sheets through innerHTML. Text without "<" cannot become markup; all else is refused.
if (window.trustedTypes) {
  window.trustedTypes.createPolicy('default', {
    createHTML: (text) => (text.indexOf('<') === -1 ? text : null),
  });
}
